import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { MailServer } from '@/lib/platform/mail-settings'
import type { Carrier } from './carrier'
import { fateOf } from './fate'
import { messageOf } from './message'

/** Milliseconds. A mail is over in twenty seconds, one way or the other: well within the lease of the outbox. */
const limits = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 10_000 }
const longest = 20_000

/** Hands mails to an SMTP server, over TLS where it offers it, and never a password without. */
export function smtpCarrier({ host, port, isSecure, user, password }: MailServer, from: string): Carrier {
  const auth = user === '' ? {} : { auth: { user, pass: password }, requireTLS: !isSecure && !isLoopback(host) }
  const transport = createTransport({ host, port, secure: isSecure, ...auth, ...limits })
  return {
    async carry(mail) {
      const handedOver = transport.sendMail(messageOf(mail, from)).then(() => 'taken' as const, fateOf)
      return Promise.race([handedOver, sleep(longest, 'unreachable' as const, { ref: false })])
    },
    isReady: () => transport.verify().then(Boolean, () => false),
    close: () => transport.close(),
  }
}

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host)
