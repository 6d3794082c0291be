import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisations, outbox } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import type { StaffMailKind } from '@/db/vocabulary-jobs'
import { found } from '@/lib/core/refusal'
import { publicOrigin } from '@/lib/platform/env'
import { staffMailText } from './staff-text'
import { workingMomentFor } from './working-hours'

/** `once`: what makes it one mail, however often somebody thinks of it. `path`: where it leads. */
type Mail = {
  organisationId: string
  userId: string
  kind: StaffMailKind
  locale: Locale
  once: string
  path: string
  about?: { count: number }
}

/** Puts a mail to a colleague into the outbox, for working time. To which address, and whether at all, is seen when it is sent. */
export async function queueStaffMail({ tx, now }: { tx: Tx; now: Date }, { organisationId, path, about, ...mail }: Mail) {
  const [office] = await tx.select().from(organisations).where(eq(organisations.id, organisationId))
  const { name, timeZone } = found(office)
  await tx
    .insert(outbox)
    .values({
      ...{ orgId: organisationId, id: randomUUID(), ...mail, address: '', createdAt: now },
      ...staffMailText(mail.kind, mail.locale, { organisation: name, link: `${publicOrigin()}${path}`, ...about }),
      notBefore: workingMomentFor(now, timeZone),
    })
    .onConflictDoNothing({ target: [outbox.orgId, outbox.once] })
}
