import { and, asc, desc, eq } from 'drizzle-orm'
import { proposalLines, proposalVersions } from '@/db/schema'
import { type Case, lockCase, visibleCase } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import type { Reading } from '@/lib/core/query'
import { expectVersion, found, Refusal } from '@/lib/core/refusal'
import type { AskedLine } from './work-out'

export type Version = typeof proposalVersions.$inferSelect
export type Line = typeof proposalLines.$inferSelect
export type OnTheTable = { version: Version; kase: Case }

type Asking = Pick<Reading, 'actor' | 'tx'>

const ofVersion = ({ actor }: Asking, versionId: string) =>
  and(eq(proposalVersions.orgId, actor.organisationId), eq(proposalVersions.id, versionId))

/**
 * A version and its case, both locked until the command ends; the case first, as everywhere.
 * @throws Refusal `not_found` also where the case is outside the actor's scope
 */
export async function lockVersion(work: Pick<Work, 'actor' | 'tx'>, versionId: string): Promise<OnTheTable> {
  const where = ofVersion(work, versionId)
  const [known] = await work.tx.select({ caseId: proposalVersions.caseId }).from(proposalVersions).where(where)
  const kase = await lockCase(work, found(known).caseId)
  const [version] = await work.tx.select().from(proposalVersions).where(where).for('update')
  return { version: found(version), kase }
}

/** As `lockVersion`, for a draft. @throws Refusal `immutable` once it was sent or set aside · `conflict` {current} */
export async function lockDraft(work: Pick<Work, 'actor' | 'tx'>, versionId: string, expected: number) {
  const held = await lockVersion(work, versionId)
  if (!isDraft(held.version)) throw new Refusal('immutable')
  expectVersion(held.version, expected)
  return held
}

export const isDraft = ({ sentAt, outcome }: Pick<Version, 'sentAt' | 'outcome'>) => sentAt === null && outcome === 'PENDING'

/** @throws Refusal `not_found` also where the case is outside the actor's scope */
export async function visibleVersion(reading: Reading, versionId: string): Promise<OnTheTable> {
  const [version] = await reading.tx.select().from(proposalVersions).where(ofVersion(reading, versionId))
  return { version: found(version), kase: await visibleCase(reading, found(version).caseId) }
}

/** What a version asks for, loan note by loan note. */
export const linesOf = ({ tx }: Pick<Asking, 'tx'>, { orgId, id }: Pick<Version, 'orgId' | 'id'>): Promise<Line[]> =>
  tx
    .select()
    .from(proposalLines)
    .where(and(eq(proposalLines.orgId, orgId), eq(proposalLines.versionId, id)))
    .orderBy(asc(proposalLines.debtId))

/** What all versions of a case ask for. */
export const linesOfCase = async ({ tx }: Pick<Asking, 'tx'>, { orgId, id }: Pick<Case, 'orgId' | 'id'>): Promise<Line[]> => {
  const rows = await tx
    .select({ line: proposalLines })
    .from(proposalLines)
    .innerJoin(
      proposalVersions,
      and(eq(proposalVersions.orgId, proposalLines.orgId), eq(proposalVersions.id, proposalLines.versionId)),
    )
    .where(and(eq(proposalLines.orgId, orgId), eq(proposalVersions.caseId, id)))
    .orderBy(asc(proposalLines.debtId))
  return rows.map(({ line }) => line)
}

/** Every version of a case, the newest first. */
export const versionsOf = ({ tx }: Pick<Asking, 'tx'>, { orgId, id }: Pick<Case, 'orgId' | 'id'>): Promise<Version[]> =>
  tx
    .select()
    .from(proposalVersions)
    .where(and(eq(proposalVersions.orgId, orgId), eq(proposalVersions.caseId, id)))
    .orderBy(desc(proposalVersions.number))

/** A kept line as it was asked. */
export const askedOf = ({ debtId, reliefs, treatment }: Line): AskedLine => ({ debtId, reliefs, treatment })
