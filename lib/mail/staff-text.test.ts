import { describe, expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { staffMailKinds } from '@/db/vocabulary-jobs'
import { staffMailText } from './staff-text'

const facts = { organisation: '阳光债务咨询', link: 'https://parley.example/inbox' }
const mails = staffMailKinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })))

describe('what a mail to a colleague says', () => {
  test.each(mails)('$kind in $locale: where to look, from which office, and no name, amount or lender', ({ kind, locale }) => {
    const { subject, body } = staffMailText(kind, locale, facts)
    expect(body.split('\n\n')).toEqual(expect.arrayContaining([facts.link, facts.organisation]))
    expect(`${subject}${body}`).not.toMatch(/¥|￥|元|借呗|lender|bank|马上|立即|urgent/i)
  })

  test('a digest counts', () => {
    const [zh, en] = locales.map((locale) => staffMailText('STAFF_DIGEST', locale, { ...facts, count: 3 }))
    expect(zh?.subject).toBe('有 3 件事等您看')
    expect(en?.subject).toBe('3 items are waiting for you')
  })

  test('one is one in English', () => {
    const { subject, body } = staffMailText('STAFF_DIGEST', 'en', { ...facts, count: 1 })
    expect(subject).toBe('1 item is waiting for you')
    expect(body).toContain('1 unread item. Sign in to see it.')
  })
})
