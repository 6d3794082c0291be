import { describe, expect, test } from 'vitest'
import { decisionResults, hardshipTypes, refusalReasons, reliefTypes } from '@/db/vocabulary'
import { parseIdNumber } from '@/lib/platform/id-number'
import { quote } from '@/lib/relief/quote'
import { quoteInput } from '@/lib/relief/quote-input'
import { calendarOf } from './calendar'
import { decidedCourses } from './decided'
import { likelihood, type Merits } from './verdicts'

const calendar = calendarOf(new Date('2026-11-21T02:00:00Z'))
const courses = decidedCourses(calendar, 300)
const rounds = courses.flatMap((course) => course.rounds ?? [])
const answers = rounds.flatMap(({ answer }) => answer ?? [])

const all = (words: Iterable<string>) => [...new Set(words)].sort()

describe('the decided cases of the demo', () => {
  test('are the same again on the same day', () => {
    expect(decidedCourses(calendar, 40)).toEqual(courses.slice(0, 40))
  })

  test('show every relief, hardship, answer and refusal reason', () => {
    expect(all(rounds.flatMap(({ asks }) => asks.map(({ type }) => type)))).toEqual(all(reliefTypes))
    expect(all(courses.map(({ hardship }) => hardship.type))).toEqual(all(hardshipTypes))
    expect(all(answers.map(({ result }) => result))).toEqual(all(decisionResults))
    expect(all(answers.flatMap(({ reasons }) => reasons ?? []))).toEqual(all(refusalReasons))
  })

  test('went out over the past year, were answered after that, and are over by now', () => {
    for (const { opened, ready = 0, rounds: [round] = [], closed } of courses) {
      const days = [
        opened,
        ready,
        round?.drafted,
        round?.approved,
        round?.sent?.on,
        round?.answer?.on ?? round?.withdrawn,
        closed?.on,
      ]
      expect(days).toEqual(days.toSorted((a = 0, b = 0) => a - b))
      expect(opened).toBeGreaterThan(-400)
      expect(closed?.on).toBeLessThan(0)
    }
  })

  test('have clients whose numbers are well formed, and no client with three of them', () => {
    for (const { client } of courses) expect(parseIdNumber(client.idNumber).ok).toBe(true)
    const each = courses.map(({ client }) => courses.filter((other) => other.client === client).length)
    expect(Math.max(...each)).toBe(2)
  })

  test('ask for nothing the quote engine cannot work out, nor for what nobody would put before a client', () => {
    const warned = courses.flatMap(({ loan, rounds: [round] = [] }) => {
      const { principal, dailyPercent, remainingPeriods, interest, overduePrincipal, ...more } = loan
      const { overdueInterest, penaltyPrincipal, penaltyInterest, fees } = more
      const told = Object.entries({ interest, overduePrincipal, overdueInterest, penaltyPrincipal, penaltyInterest, fees })
      const buckets = { principal, ...Object.fromEntries(told.filter(([, amount]) => amount !== undefined)) }
      const debt = { buckets, dailyPercent, remainingPeriods, nextDue: calendar.on(loan.nextDue) }
      const asked = quote(quoteInput.parse({ debt, reliefs: round?.asks ?? [], from: calendar.on(round?.drafted ?? 0) }))
      expect(asked.after.rows.length).toBeGreaterThan(0)
      return asked.warnings
    })
    for (const code of ['TERM_NOT_LONGER', 'INSTALMENT_NOT_LOWER', 'RATE_NOT_LOWER', 'NOTHING_TO_WAIVE', 'LUMP_SUM_PAST'])
      expect(warned).not.toContain(code)
  })
})

describe('the made-up truth behind the demo', () => {
  const usual: Merits = {
    ...{
      overdueDays: 20,
      completeness: 0.5,
      hasThirdParty: false,
      givesUp: 0,
      earlierRestructures: 0,
      episodes: 1,
      brand: '借呗',
    },
  }
  const than = (change: Partial<Merits>) => likelihood({ ...usual, ...change }) - likelihood(usual)

  test('grants more where somebody speaks up before anything is overdue and proves it', () => {
    expect(than({ overdueDays: 0 })).toBeGreaterThan(0.1)
    expect(than({ completeness: 1 })).toBeGreaterThan(0.1)
    expect(than({ hasThirdParty: true })).toBeGreaterThan(0)
  })

  test('grants less where much is given up, or the debt was restructured before', () => {
    expect(than({ givesUp: 2 })).toBeLessThan(-0.2)
    expect(than({ earlierRestructures: 1 })).toBeLessThan(-0.1)
    expect(than({ overdueDays: 120 })).toBeLessThan(-0.1)
  })

  test('shows in what was granted: more than half overall, and most where the file was complete', () => {
    const granted = (some: typeof courses) => some.filter(({ plan }) => plan !== undefined).length / some.length
    const complete = courses.filter(({ papers = [] }) => papers.length >= 5)
    const bare = courses.filter(({ papers = [] }) => papers.length === 0)
    expect(granted(courses)).toBeGreaterThan(0.45)
    expect(granted(courses)).toBeLessThan(0.75)
    expect(granted(complete) - granted(bare)).toBeGreaterThan(0.15)
  })
})
