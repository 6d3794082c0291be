import { mailSettings } from '@/lib/platform/mail-settings'
import { fileCarrier } from './file-carrier'
import { smtpCarrier } from './smtp-carrier'

/** A mail as it leaves: its words are in the outbox, its id becomes its Message-ID. */
export type OutgoingMail = { id: string; address: string; subject: string; body: string; createdAt: Date }

/**
 * What became of a mail that was handed over: taken; put off by the other side; refused for good, because the address takes
 * none; or never handed over, because our own mail server was not to be reached or did not let us in.
 */
export type Fate = 'taken' | 'put_off' | 'refused' | 'unreachable'

export type Carrier = {
  carry(mail: OutgoingMail): Promise<Fate>
  /** What works, or undefined; for whoever looks after the installation. */
  isReady(): Promise<boolean>
  close(): void
}

/** The way mails leave this installation: MAIL_URL where it is set, else files in DATA_DIR/mail. */
export function carrierHere(): Carrier {
  const { server, from, folder } = mailSettings()
  return server === undefined ? fileCarrier(folder, from) : smtpCarrier(server, from)
}
