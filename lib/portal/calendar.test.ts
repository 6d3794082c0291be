import { describe, expect, test } from 'vitest'
import { calendarFile } from './calendar'

const now = new Date('2026-11-21T02:03:04Z')
const days = [
  { id: '11111111-1111-4111-8111-111111111111', caseNumber: 'XS-0198', n: 1, dueOn: '2026-12-05' },
  { id: '11111111-1111-4111-8111-111111111111', caseNumber: 'XS-0198', n: 2, dueOn: '2026-12-31' },
]
const file = calendarFile(days, now, { name: '还款日', title: '还款日' })

describe('due days in a phone’s calendar', () => {
  test('a whole day each, on the right day, ending the day after, also over the new year', () => {
    expect(file).toContain('DTSTART;VALUE=DATE:20261205\r\nDTEND;VALUE=DATE:20261206\r\n')
    expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  })
  test('the zone of Shanghai is spelled out', () => {
    expect(file).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Asia\/Shanghai\r\n[\s\S]*TZOFFSETTO:\+0800[\s\S]*END:VTIMEZONE/)
  })
  test('an instalment keeps its identifier, so that a change moves it instead of doubling it', () => {
    const uids = [...file.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid)
    expect(uids).toEqual([`${days[0]?.id}-1@parley.invalid`, `${days[0]?.id}-2@parley.invalid`])
    expect(calendarFile(days, new Date('2027-01-01T00:00:00Z'), { name: 'x', title: 'y' })).toContain(uids[0])
  })
  test('a title is the case number and a word, without name, amount or lender', () => {
    expect([...file.matchAll(/SUMMARY:(.*)\r/g)].map(([, title]) => title)).toEqual(['XS-0198 还款日', 'XS-0198 还款日'])
    expect(file).not.toMatch(/¥|借呗|DESCRIPTION|LOCATION/)
  })
  test('every line ends in CRLF and has at most 75 octets, and no character is cut in two', () => {
    const long = calendarFile(days, now, { name: '还款日'.repeat(20), title: '还款日'.repeat(20) })
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(long.replaceAll('\r\n ', '')).toContain('还款日'.repeat(20))
    expect(long.replaceAll('\r\n', '')).not.toContain('\n')
  })
  test('signs that mean something in the format are set aside', () =>
    expect(calendarFile(days, now, { name: 'a;b,c\\d', title: 'x' })).toContain('X-WR-CALNAME:a\\;b\\,c\\\\d'))
})
