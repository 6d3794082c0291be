import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readStamp, stampOf, templateHash } from './stamp'

const text = { title: '题', salutation: '', body: '正文', signature: '名' }

test('the hash of a template is the SHA-256 of its four parts in order', () => {
  const expected = createHash('sha256').update('["题","","正文","名"]').digest('hex')
  expect(templateHash(text)).toBe(expected)
  expect(templateHash({ ...text, title: '', salutation: '题' })).not.toBe(expected)
})

test('a stamp says with which wording, in which language and on which day a letter was written', () => {
  const stamp = { kind: 'NEGOTIATION', number: 12, hash: '3f9a2c71d0e4', locale: 'zh-CN', day: '2026-11-21' } as const
  expect(stampOf(stamp)).toBe('NEGOTIATION@12#3f9a2c71/zh-CN/2026-11-21')
  expect(readStamp(stampOf(stamp))).toEqual({ ...stamp, hash: '3f9a2c71' })
})

test('letters of before the wording’s hash was kept can still be read', () => {
  expect(readStamp('NEGOTIATION@1/en/2026-11-21')).toEqual({
    ...{ kind: 'NEGOTIATION', number: 1, hash: '', locale: 'en', day: '2026-11-21' },
  })
})

test.each(['', 'NEGOTIATION', 'NEGOTIATION@1/fr/2026-11-21', 'GREETING@1/en/2026-11-21', 'NEGOTIATION@1/en/2026-13-41'])(
  '%j is no stamp',
  (text) => {
    expect(readStamp(text)).toBeUndefined()
  },
)
