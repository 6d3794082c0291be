import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { sha256 } from '@/lib/platform/hash'
import { authorityPaper } from './authority-paper'

const text = '授权委托书\n\n委托人：欧阳䮌\n受托人：阳光债务咨询'
const signed = { id: '7c1e', text, signedName: '欧阳䮌', hash: sha256(text), time: '2026年11月21日 10:00:00', revoked: null }

test.each(['zh-CN', 'en'] as const)(
  'the record of a signature has the text, the name, the moment, the reference and its checksum (%s)',
  (language) => {
    const { authority, version } = messages[language].consents
    const { blocks, title } = authorityPaper(signed, { ...authority, version }, language)
    expect(title).toBe(authority.receipt)
    const said = JSON.stringify(blocks)
    for (const part of ['委托人：欧阳䮌', '受托人：阳光债务咨询', signed.hash, signed.time, signed.id, authority.record])
      expect(said).toContain(part)
  },
)

test('the record of an authority that was taken back says so first, and one in force does not', () => {
  const { authority, version } = messages['zh-CN'].consents
  const paperOf = (revoked: string | null) => authorityPaper({ ...signed, revoked }, { ...authority, version }, 'zh-CN').blocks
  expect(paperOf('已于11月23日撤销')[0]).toEqual({ kind: 'callout', title: '已于11月23日撤销', text: '' })
  expect(JSON.stringify(paperOf(null))).not.toContain('撤销')
})

test.each(['zh-CN', 'en'] as const)(
  'an authority that was taken back is told with when, in the list and on its record (%s)',
  (locale) => {
    const { revoked, revokedOn } = messages[locale].consents.authority
    expect([revoked.includes('{date}'), revokedOn.includes('{time}')]).toEqual([true, true])
  },
)
