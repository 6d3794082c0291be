import { join } from 'node:path'
import { z } from 'zod'
import { dataDirectory, mailUrl, publicOrigin } from './env'

/** An SMTP server as MAIL_URL names it; `user` is empty where it asks for no name. */
export type MailServer = { host: string; port: number; isSecure: boolean; user: string; password: string }

/**
 * How mails leave: the server of MAIL_URL, or, without it, files in `folder`; and the address they come from: `?from=` of
 * MAIL_URL, else the name it signs in with where that is an address, else one at the address people use.
 */
export function mailSettings() {
  const given = mailUrl()
  const [usual, folder] = [`no-reply@${new URL(publicOrigin()).hostname}`, join(dataDirectory(), 'mail')]
  if (!given) return { server: undefined, from: usual, folder }
  const { user, from, ...server } = mailServer(given)
  return { server: { ...server, user }, from: from ?? (user.includes('@') ? user : usual), folder }
}

const address = z.url({ protocol: /^smtps?$/, hostname: /./ })

function mailServer(text: string): MailServer & { from: string | null } {
  const url = new URL(address.parse(text))
  const isSecure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? usualPort(isSecure) : Number.parseInt(url.port, 10),
    isSecure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    from: url.searchParams.get('from'),
  }
}

/** Submission over TLS from the first byte, or with STARTTLS [RFC 8314, 6409]. */
const usualPort = (isSecure: boolean) => (isSecure ? 465 : 587)
