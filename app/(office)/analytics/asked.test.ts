import { expect, test } from 'vitest'
import { filterOf, plottedOf, unknownIn, viewOf } from './asked'

test.each(['2026-13-45', '2026-2-3', '1899-12-31', '2200-01-01', '9999-10-01', '9999-12-31'])(
  'a day that no filter takes, %j, is left out of it',
  (day) => {
    expect(filterOf({ from: day, to: day })).toEqual(filterOf({}))
  },
)

test('the first and the last day that may be asked for are read from the address', () => {
  const ends = { from: '1900-01-01', to: '2199-12-31' }
  expect(filterOf(ends)).toMatchObject(ends)
})

test('a value that no filter knows is named and not passed over, as the figures would be of the whole office', () => {
  const asked = { creditor: 'icbc', hardship: 'BAD_LUCK', round: ['later', 'first'], from: '2026-13-45', to: '2026-03-31' }
  expect(unknownIn(asked)).toEqual(['creditor', 'hardship', 'round', 'from'])
  expect(unknownIn({ creditor: '', round: '', view: 'raw', hardship: 'UNEMPLOYMENT' })).toEqual([])
})

test.each(['raw', 'stratified', 'adjusted'])('another filter draws the same ratio as before: %s', (view) => {
  expect(plottedOf(viewOf(plottedOf({ view })))).toBe(plottedOf({ view }))
})
