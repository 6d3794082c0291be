import { expect, test } from 'vitest'
import { clocksOf, keptUntil } from './clocks'
import type { Incident } from './facts'

const incident: Incident = {
  ...{ title: '错发邮件', foundAt: '2026-11-20T01:00:00.000Z', what: '错发', dataKinds: ['CONTACT'], people: 1 },
  ...{ harm: '骚扰', measures: '收回', authorityOn: null, peopleOn: null, whyNotTold: '', isClosed: false },
}
const statesAt = (now: string, more: Partial<Incident> = {}) =>
  clocksOf({ ...incident, ...more }, new Date(now)).map(({ who, state }) => `${who} ${state}`)

test('a day for the authority and three for the people, from the moment it was found; late from the second after', () => {
  const [authority, people] = clocksOf(incident, new Date('2026-11-20T02:00:00Z'))
  expect([authority?.by, people?.by]).toEqual(['2026-11-21T01:00:00.000Z', '2026-11-23T01:00:00.000Z'])
  expect(statesAt('2026-11-21T01:00:00Z')).toEqual(['authority due', 'people due'])
  expect(statesAt('2026-11-21T01:00:01Z')).toEqual(['authority late', 'people due'])
  expect(statesAt('2026-11-23T01:00:01Z')).toEqual(['authority late', 'people late'])
})

test('who was told is not late, and people need not be told where the reason is written down; the authority always', () => {
  const late = '2026-12-24T00:00:00Z'
  expect(statesAt(late, { authorityOn: '2026-11-20', peopleOn: '2026-11-21' })).toEqual(['authority told', 'people told'])
  expect(statesAt(late, { whyNotTold: '文件已加密，没有人打开过' })).toEqual(['authority late', 'people excused'])
})

test('an assessment is kept for three years, also one of a leap day', () => {
  expect(keptUntil('2026-11-22')).toBe('2029-11-22')
  expect(keptUntil('2028-02-29')).toBe('2031-02-28')
})
