import { expect, test } from 'vitest'
import { checkFile } from './files'

const mail = [
  'Received: from mx.lender.example (10.0.0.1)',
  ' by mail.example; Fri, 20 Nov 2026 09:12:00 +0800',
  'From: =?UTF-8?B?5a6i5pyN?= <help@lender.example>',
  'To: client@example.org',
  'Subject: =?UTF-8?B?5Y2P5ZWG6L+Y5qy+?=',
  'Date: Fri, 20 Nov 2026 09:12:00 +0800',
  'Content-Type: text/html; charset=gb18030',
  '',
  '<script>alert(1)</script>',
].join('\r\n')
const kindOf = async (text: string | Uint8Array, name = '往来.eml') => {
  const checked = await checkFile(typeof text === 'string' ? Buffer.from(text) : text, name)
  return 'file' in checked ? checked.file.kind : checked.problem
}

test('SE-12 a mail as programs save it is taken, whatever its body says and however that is encoded', async () => {
  expect(await kindOf(mail)).toBe('EML')
  expect(await kindOf(mail.replaceAll('\r\n', '\n'))).toBe('EML')
  const inGb18030 = Buffer.concat([Buffer.from(mail), Buffer.from([0xd0, 0xad, 0xc9, 0xcc])])
  expect(await kindOf(inGb18030)).toBe('EML')
})

test('SE-12 what only calls itself a mail is refused', async () => {
  const impostors = [
    '<html><script>alert(1)</script></html>',
    'MZ\x90\x00\x03',
    'From: a@example.org\r\nSubject: never sent\r\n\r\nx',
    'Date: Fri, 20 Nov 2026 09:12:00 +0800\r\n\r\nnobody wrote it',
    `From: a@example.org\r\nDate: today\r\nno field\r\n\r\nx`,
  ]
  for (const text of impostors) expect(await kindOf(text)).toBe('content_differs')
  expect(await kindOf(mail, '往来.msg')).toBe('kind_not_allowed')
})
