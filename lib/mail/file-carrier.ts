import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Carrier } from './carrier'
import { messageOf } from './message'

/** Writes each mail as a file that mail programs open; the same mail again is the same file again. */
export function fileCarrier(folder: string, from: string): Carrier {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async carry(mail) {
      const { message } = await composer.sendMail(messageOf(mail, from))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const temporary = join(folder, `.${mail.id}`)
      await writeFile(temporary, message, { mode: 0o600 })
      await rename(temporary, join(folder, `${mail.id}.eml`))
      return 'taken'
    },
    isReady: async () => true,
    close: () => {},
  }
}
