import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { sha256 } from '@/lib/platform/hash'
import { authorityTerm, authorityText, authorityTextVersion } from './authority-text'
import { askedPurposes, consentTextVersionOn } from './consent'

/** Wordings people have agreed to, by version. Changing words without a new version turns this red: ask everybody again. */
const wordings: Record<string, string> = {
  v1: '2580f422467523268f506add47a84ff7a1dd1afd38c12dcab33e3b85842864d0',
  '2026-11-22.3': 'f5ea1c73070df36548f61b04e4cb0609aa3a575867347795fcf2ffdfb095961c',
  '2026-11-23': '10c6285d5c4553e815a98f6b080a5082e3d3979b096f3299bff8a0c23a19be40',
  '2026-11-24': '8f8689f6fdc345c99ecc1390cd31e98d12029eaade34014d8284eb6721b0df38',
}
const replaced = (version: string) => readFileSync(new URL(`../../docs/wordings/consents-${version}.md`, import.meta.url), 'utf8')

test('the wording of a version stays as it was agreed to, also once another has replaced it', () => {
  const asked = (['zh-CN', 'en'] as const).map((locale) => [messages[locale].consents.purpose, messages[locale].consents.every])
  const kept = ['v1', '2026-11-22.3', '2026-11-23'].map((version) => [version, sha256(replaced(version))])
  const now = { [consentTextVersionOn('2026-11-25')]: sha256(JSON.stringify(asked)) }
  expect({ ...Object.fromEntries(kept), ...now }).toEqual(wordings)
})

test('a consent names the wording of the day it was given on, not one that came later', () => {
  const days = ['2023-01-01', '2025-03-09', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2030-01-01']
  const versions = ['v1', 'v1', 'v1', '2026-11-22.3', '2026-11-23', '2026-11-24', '2026-11-24']
  expect(days.map(consentTextVersionOn)).toEqual(versions)
})

test.each(['zh-CN', 'en'] as const)(
  'each purpose says what, how, why, who, with what effect, how long, what no means and what withdrawing does (%s)',
  (locale) => {
    for (const purpose of askedPurposes) {
      const said = messages[locale].consents.purpose[purpose]
      expect(Object.keys(said)).toEqual(['title', 'what', 'how', 'why', 'who', 'impact', 'long', 'ifNot', 'withdraw'])
      expect(Object.values(said).every((text) => text.length > 3)).toBe(true)
    }
  },
)

test.each([
  ['zh-CN', '健康', '重新同意'],
  ['en', 'health', 'agree to this again'],
] as const)(
  'the use of sensitive information tells of letters that speak of health, and how it is given again (%s)',
  (locale, health, again) => {
    const { why, who, ifNot, withdraw } = messages[locale].consents.purpose.SENSITIVE
    for (const said of [why, who, ifNot, withdraw]) expect(said).toContain(health)
    expect(withdraw).toContain(again)
  },
)

test.each([
  ['zh-CN', '要用到', '泄露'],
  ['en', 'needed', 'leak'],
] as const)('the tick under a sensitive paper says that it is needed and what a leak could do (%s)', (locale, needed, leak) => {
  const { portal, budget } = messages[locale]
  for (const tick of [portal.upload.consent, budget.bill.consent])
    expect([tick.includes(needed), tick.includes(leak)]).toEqual([true, true])
})

test.each(['zh-CN', 'en'] as const)('handing over names the lender, its contact, what, how and why (%s)', (locale) => {
  const { purpose, every } = messages[locale].consents
  expect(purpose.SHARE_WITH_CREDITOR.who).toMatch(/\{creditor\}.*\{contact\}/)
  expect(every.contact).toContain('{contact}')
})

test('an authority names principal, agent, matter, limits and a term of one year', () => {
  const { from, to } = authorityTerm('2026-11-21')
  expect([from, to, authorityTextVersion]).toEqual(['2026-11-21', '2027-11-20', '2026-11'])
  const text = authorityText({ principal: '李小明', agent: '阳光债务咨询', matters: '协商还款', from, to })
  for (const part of ['李小明', '阳光债务咨询', '协商还款', '2027-11-20', '不得代收代付款项', '不得转委托', '随时撤销']) {
    expect(text).toContain(part)
  }
})
