import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/client'
import { notices } from '@/db/schema'
import type { NoticeReason } from '@/db/vocabulary-jobs'

type Told = { organisationId: string; userId: string; reason: NoticeReason; jobId: string }

/** Puts a line into somebody's inbox; the same about the same again comes to the top again, unread. */
export async function tell({ tx, now }: { tx: Tx; now: Date }, { organisationId, ...told }: Told) {
  await tx
    .insert(notices)
    .values({ orgId: organisationId, id: randomUUID(), ...told, at: now })
    .onConflictDoUpdate({
      target: [notices.orgId, notices.jobId, notices.userId, notices.reason],
      set: { at: now, readAt: null },
    })
}
