import { describe, expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { mailKinds } from '@/db/vocabulary-portal'
import { lintText } from '@/lib/letters/lint'
import { mailText } from './mail-text'

const facts = { organisation: '阳光债务咨询', safePhrase: '青石小巷', link: 'https://parley.example/portal' }
const mails = mailKinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })))

describe('what a mail to a client says', () => {
  test.each(mails)('$kind in $locale carries no name, amount or number, and the safe phrase', ({ kind, locale }) => {
    const { subject, body } = mailText(kind, locale, facts)
    expect(`${subject}${body}`).not.toMatch(/\d|¥|￥|元|借呗|蚂蚁|lender|bank/i)
    expect(body).toContain('青石小巷')
    expect(body).toContain(facts.link)
    expect(lintText(`${subject}${body}`)).toEqual([])
  })
  test('without a safe phrase nothing stands in for it', () => {
    expect(mailText('NEWS', 'zh-CN', { ...facts, safePhrase: '' }).body).not.toContain('「')
  })
  test.each(mails)('$kind in $locale hurries nobody', ({ kind, locale }) => {
    expect(mailText(kind, locale, facts).body).not.toMatch(/马上|立即|逾期|urgent|immediately|overdue/i)
  })
})
