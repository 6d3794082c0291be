import { and, desc, eq } from 'drizzle-orm'
import { authorisations, consents, hardships } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { toText } from '@/lib/platform/money'
import { isMedicalStory } from './medical'

/** Every consent ever given, newest first; a withdrawn one carries the moment it ended. */
export async function consentsOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.orgId, actor.organisationId), eq(consents.clientId, clientId)))
    .orderBy(desc(consents.givenAt))
  return rows.map(({ purpose, textVersion, channel, creditorId, givenAt, withdrawnAt }) => ({
    purpose,
    creditorId,
    textVersion,
    channel,
    givenAt: givenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }))
}

/** Authority letters, newest first, each with whether it holds today. */
export async function authorisationsOf({ actor, tx, now }: Reading, clientId: string) {
  const today = civilDateIn(now, actor.timeZone)
  const rows = await tx
    .select()
    .from(authorisations)
    .where(and(eq(authorisations.orgId, actor.organisationId), eq(authorisations.clientId, clientId)))
    .orderBy(desc(authorisations.signedOn))
  return rows.map(({ orgId, clientId: _, revokedAt, ...paper }) => ({
    ...paper,
    revokedAt: revokedAt?.toISOString() ?? null,
    isInForce: revokedAt === null && paper.validFrom <= today && (paper.validTo ?? today) >= today,
  }))
}

/** Causes of hardship, newest first. What is told of a medical one is null for those without a grant. */
export async function hardshipsOf({ actor, tx }: Reading, clientId: string, mayReadMedical: boolean) {
  const rows = await tx
    .select()
    .from(hardships)
    .where(and(eq(hardships.orgId, actor.organisationId), eq(hardships.clientId, clientId)))
    .orderBy(desc(hardships.createdAt))
  return rows.map(({ orgId, clientId: _, incomeBefore, createdAt, ...cause }) => ({
    ...cause,
    isOfHealth: isMedicalStory(cause),
    narrative: mayReadMedical || !isMedicalStory(cause) ? cause.narrative : null,
    incomeBefore: incomeBefore === null ? null : toText(incomeBefore),
    createdAt: createdAt.toISOString(),
  }))
}
