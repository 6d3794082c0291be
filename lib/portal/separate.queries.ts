import { and, eq } from 'drizzle-orm'
import { consents } from '@/db/schema'
import type { Work } from '@/lib/core/command'

/** What giving a sensitive paper still takes: nothing, a tick beside it, or, once it was taken back, its own screen again. */
export async function separateConsent({ actor, tx }: Pick<Work, 'actor' | 'tx'>, clientId: string) {
  const told = await tx
    .select({ withdrawnAt: consents.withdrawnAt })
    .from(consents)
    .where(and(eq(consents.orgId, actor.organisationId), eq(consents.clientId, clientId), eq(consents.purpose, 'SENSITIVE')))
  if (told.some(({ withdrawnAt }) => withdrawnAt === null)) return 'none' as const
  return told.length === 0 ? ('tick' as const) : ('again' as const)
}
