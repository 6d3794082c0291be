import { expect, test } from 'vitest'
import { askedOf } from './asked'

const nothing = { from: undefined, to: undefined, creditor: undefined, team: undefined }

test.each(['2026-13-45', '2026-02-30', '0000-00-00', '2026-2-3', '', '1899-12-31', '2200-01-01', '9999-12-31'])(
  'a day that is none, %j, is left out of the filter',
  (day) => {
    expect(askedOf({ from: day, to: day })).toEqual(nothing)
  },
)

test('a period, a creditor and a team are read from the address', () => {
  const asked = { from: '2024-02-29', to: '2026-12-31', creditor: crypto.randomUUID(), team: crypto.randomUUID() }
  expect(askedOf(asked)).toEqual(asked)
  const ends = { from: '1900-01-01', to: '2199-12-31' }
  expect(askedOf(ends)).toEqual({ ...nothing, ...ends })
  expect(askedOf({ from: ['2026-01-01', '2026-02-01'], creditor: 'x', team: '1' })).toEqual(nothing)
})
