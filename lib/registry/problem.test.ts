import { expect, test } from 'vitest'
import { Refusal } from '@/lib/core/refusal'
import { messages } from '@/lib/i18n/catalogue'
import { problemResponse } from './problem'

const said = async (refusal: Refusal, locale: 'zh-CN' | 'en') =>
  (await problemResponse(refusal, { locale, requestId: 'r' }).json()).detail

test('why a rule says no is told in the sentence a form says it with, in both languages', async () => {
  const lacking = new Refusal('rule', { why: 'consent_lacking', lacking: ['healthConsent'] })
  expect(await said(lacking, 'zh-CN')).toContain('还缺客户的同意')
  expect(await said(lacking, 'en')).toContain('A consent of the client is missing')
})

test('why a client is not erased is told in words of its own, and never as a client who is there twice', async () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const whys = ['needs_second_person', 'not_proposed', 'legal_hold']
    const sentences = await Promise.all(whys.map((why) => said(new Refusal('rule', { why }), locale)))
    expect(new Set([...sentences, messages[locale].refusals.rule, messages[locale].faults.same_person]).size).toBe(5)
  }
})

test('the first fact that a move still needs is named, and not a fact that has no sentence', async () => {
  expect(await said(new Refusal('guard_missing', { missing: ['debt'] }), 'en')).toBe(messages.en.refusals.guard_missing)
  expect(await said(new Refusal('rule', { why: ['already_open', 'closed'] }), 'en')).toBe(messages.en.faults.already_open)
})

test('a reason that is a word of the language itself is no sentence', async () => {
  for (const why of ['constructor', '__proto__', 7, null, {}]) {
    expect(await said(new Refusal('rule', { why }), 'en')).toBe(messages.en.refusals.rule)
  }
})
