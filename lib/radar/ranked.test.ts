import { describe, expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { type RadarKind, radarKinds } from './kinds'
import { radarBands, ranked } from './ranked'

const today = '2026-11-21'
const item = (kind: RadarKind, on: string, caseId = 'XS-0001') => ({ kind, on, caseId })
const kinds = (items: ReturnType<typeof item>[]) => ranked(items, today).map(({ kind }) => kind)

describe('the list of what is due', () => {
  test('what is past comes first, then by band; in a band what is lost for good before what we set ourselves', () => {
    const list = ranked(
      [
        item('NEXT_ACTION', '2026-11-21', 'A'),
        item('LIMITATION', '2026-12-20', 'B'),
        item('TASK', '2026-11-20', 'C'),
        item('INSTALMENT', '2026-11-23', 'D'),
        item('MATURITY', '2026-11-24', 'E'),
        item('REPLY_DUE', '2026-11-27', 'F'),
      ],
      today,
    )
    expect(list.map(({ kind, band, days }) => [kind, band, days])).toEqual([
      ['TASK', 'OVERDUE', -1],
      ['NEXT_ACTION', 'TODAY', 0],
      ['MATURITY', 'SOON', 3],
      ['INSTALMENT', 'SOON', 2],
      ['REPLY_DUE', 'WEEK', 6],
      ['LIMITATION', 'LATER', 29],
    ])
  })
  test('the next action is not told again where a date of its own is told', () => {
    expect(kinds([item('NEXT_ACTION', '2026-11-25'), item('REPLY_DUE', '2026-11-25')])).toEqual(['REPLY_DUE'])
    expect(kinds([item('NEXT_ACTION', '2026-11-25'), item('REPLY_DUE', '2026-11-26')])).toEqual(['REPLY_DUE', 'NEXT_ACTION'])
    expect(kinds([item('NEXT_ACTION', '2026-11-25'), item('REPLY_DUE', '2026-11-25', 'XS-0002')])).toHaveLength(2)
  })
  test('a promise is the reply it promises, and a due date the instalment it is about', () => {
    expect(kinds([item('PROMISE', '2026-11-25'), item('REPLY_DUE', '2026-11-25')])).toEqual(['REPLY_DUE'])
    expect(kinds([item('NEXT_DUE', '2026-12-05'), item('MATURITY', '2026-12-05')])).toEqual(['MATURITY'])
  })
  test('every kind and band has its words in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(Object.keys(messages[locale].radar.kind).toSorted()).toEqual([...radarKinds].toSorted())
      expect(Object.keys(messages[locale].radar.band).toSorted()).toEqual([...radarBands].toSorted())
    }
  })
})
