type Mail = { id: string; address: string; subject: string; body: string }

/** A mail as a file that mail programs open: RFC 5322 headers, UTF-8 text in base64. */
export function mailFile({ id, address, subject, body }: Mail, now: Date): string {
  const headers = [
    `Message-ID: <${id}@parley.invalid>`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `To: ${oneLine(address)}`,
    `Subject: =?UTF-8?B?${base64(oneLine(subject))}?=`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  return `${headers.join('\r\n')}\r\n\r\n${(base64(body).match(/.{1,76}/g) ?? []).join('\r\n')}\r\n`
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
/** A line break in a header would begin another header. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')
