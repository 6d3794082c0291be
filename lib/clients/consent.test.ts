import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { sha256 } from '@/lib/platform/hash'
import { authorityTerm, authorityText, authorityTextVersion } from './authority-text'
import { askedPurposes, consentTextVersionOn } from './consent'

/** Wordings people have agreed to, by version. Changing words without a new version turns this red: ask everybody again. */
const wordings: Record<string, string> = {
  v1: '2580f422467523268f506add47a84ff7a1dd1afd38c12dcab33e3b85842864d0',
  '2026-11-22.3': '26af69052d349cec4581e4483ad7b11e88998b83acbb004b38a4f112739e2008',
}
const replaced = (version: string) => readFileSync(new URL(`../../docs/wordings/consents-${version}.md`, import.meta.url), 'utf8')

test('the wording of a version stays as it was agreed to, also once another has replaced it', () => {
  const words = JSON.stringify([messages['zh-CN'].consents.purpose, messages.en.consents.purpose])
  expect({ v1: sha256(replaced('v1')), [consentTextVersionOn('2026-11-23')]: sha256(words) }).toEqual(wordings)
})

test('a consent names the wording of the day it was given on, not one that came later', () => {
  const days = ['2023-01-01', '2025-03-09', '2026-11-21', '2026-11-22', '2030-01-01']
  expect(days.map(consentTextVersionOn)).toEqual(['v1', 'v1', 'v1', '2026-11-22.3', '2026-11-22.3'])
})

test.each(['zh-CN', 'en'] as const)(
  'each purpose says what, why, who, how long, what no means and what withdrawing does (%s)',
  (locale) => {
    for (const purpose of askedPurposes) {
      const said = messages[locale].consents.purpose[purpose]
      expect(Object.keys(said)).toEqual(['title', 'what', 'why', 'who', 'long', 'ifNot', 'withdraw'])
      expect(Object.values(said).every((text) => text.length > 3)).toBe(true)
    }
  },
)

test('an authority names principal, agent, matter, limits and a term of one year', () => {
  const { from, to } = authorityTerm('2026-11-21')
  expect([from, to, authorityTextVersion]).toEqual(['2026-11-21', '2027-11-20', '2026-11'])
  const text = authorityText({ principal: '李小明', agent: '阳光债务咨询', matters: '协商还款', from, to })
  for (const part of ['李小明', '阳光债务咨询', '协商还款', '2027-11-20', '不得代收代付款项', '不得转委托', '随时撤销']) {
    expect(text).toContain(part)
  }
})
