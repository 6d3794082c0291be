import type { SendMailOptions } from 'nodemailer'
import { html } from '@/lib/platform/html'
import type { OutgoingMail } from './carrier'

/**
 * A mail as mail programs read it: the text, and the same text escaped as HTML with its address to tap. The same mail has the
 * same Message-ID however often it is handed over, so that a mailbox shows a repeat once. The sender is an address without a
 * name: a locked phone shows senders to whoever stands by.
 */
export function messageOf({ id, address, subject, body, createdAt }: OutgoingMail, from: string) {
  return {
    from,
    to: { name: '', address },
    subject,
    text: body,
    html: htmlOf(body),
    messageId: `<${id}@${domainOf(from)}>`,
    date: createdAt,
    textEncoding: 'base64',
    // No out-of-office answer comes back, and none of ours answers one [RFC 3834].
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    // What stands in a mail is text: nothing in it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SendMailOptions
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)

const htmlOf = (body: string) =>
  html`<!doctype html><html><body>${body.split('\n\n').map((part) => html`<p>${isLink(part) ? html`<a href="${part}">${part}</a>` : part}</p>`)}</body></html>`
    .text

const isLink = (part: string) => /^https?:\/\/\S+$/.test(part)
