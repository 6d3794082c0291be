import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { proposalVersions } from '@/db/schema'
import { limitationAnswers, locales } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { civilDay, line, optional, paragraphs, whole } from '@/lib/platform/fields'
import { money } from '@/lib/platform/money'
import { askedLines } from './asked-lines'
import { compose } from './compose'
import { expectTerms, replaceLines } from './content.commands'
import type { ProposalSource } from './letter-source'
import { isUnchanged } from './same-content'
import { askedOf, linesOf, lockDraft, type OnTheTable, type Version } from './scope.queries'
import { sourceOf } from './source.queries'
import { surplusOf } from './surplus'
import { keptWording, newWording } from './wording.queries'
import type { AskedLine } from './work-out'

/**
 * Keeps a draft: what is asked for each loan note, and the words that go with it. Schedules and letter are worked out here
 * with the same engine as on the screen, never taken from it. A change of what the client or a supervisor has seen takes
 * their approval back; filling in the rest does not. Fields left out stay as they are.
 * @throws Refusal `immutable` once sent · `conflict` · `invalid` {fields: {'lines.ID.dailyPercent': ['required']}}
 */
export const saveProposal = command({
  name: 'proposal.save',
  input: z.strictObject({
    versionId: z.uuid(),
    version: z.int().positive(),
    lines: askedLines.optional(),
    letterLocale: z.enum(locales).optional(),
    sourceOfFunds: line(200).optional(),
    whatChanged: paragraphs(1000).optional(),
    overAffordableReason: paragraphs(1000).optional(),
    limitationAnswer: z.enum(limitationAnswers).nullable().optional(),
    truthDeclared: z.boolean().optional(),
    ratedWillingness: optional(whole(1, 5)).optional(),
    validUntil: optional(civilDay).optional(),
  }),
  async run(work, { versionId, version, lines, truthDeclared, ...words }) {
    const held = await lockDraft(work, versionId, version)
    const source = await sourceOf(work, held.kase)
    const asked = lines?.filter(({ reliefs }) => reliefs.length > 0) ?? (await linesOf(work, held.version)).map(askedOf)
    expectTerms(source.sheets, asked)
    const saved = await saveContent(work, held, { source, lines: asked, words, truthDeclared })
    const reliefs = asked.flatMap((each) => each.reliefs.map(({ type }) => type))
    work.audit({ type: 'proposal.saved', caseId: held.kase.id, versionId, reliefs })
    return answerOf(work, held.version, saved)
  },
})

const answerOf = ({ now }: Work, before: Version, saved: Version) => ({
  caseId: saved.caseId,
  versionId: saved.id,
  version: saved.version,
  savedAt: now.toISOString(),
  letterHash: saved.letterHash,
  approvalLost: before.clientApprovedAt !== null && saved.clientApprovedAt === null,
  declarationLost: before.truthDeclaredAt !== null && saved.truthDeclaredAt === null,
})

type Kept = {
  source: ProposalSource
  lines: readonly AskedLine[]
  words?: Partial<Version>
  /** What this call says about it; left out, an earlier declaration stands as long as the content does. */
  truthDeclared?: boolean | undefined
}

/**
 * Works out and writes a draft's content. Written again in the wording and as of the day of its letter and found the same in
 * letter and figures, it stays as it is; anything else is written in the wording in use, and what was approved, checked or
 * declared true of the old content says nothing of the new.
 */
export async function saveContent(work: Work, { version, kase }: OnTheTable, { source, lines, words = {}, truthDeclared }: Kept) {
  const surplus = surplusOf(source)
  const content = { ...version, ...words, lines }
  const kept = await keptWording(work, version)
  const isSame = kept !== undefined && isUnchanged(version, compose(source, content, kept), await linesOf(work, version))
  const wording = isSame ? kept : await newWording(work, content.letterLocale, civilDateIn(work.now, work.actor.timeZone))
  const { worked, findings: _, ...letter } = compose(source, content, wording)
  await replaceLines(work, version, kase, worked.lines)
  return saveVersion(work, version, {
    ...words,
    ...letter,
    ...{ statementId: source.statement?.id ?? null, surplus: surplus === null ? null : money(surplus) },
    ...(isSame ? {} : notApproved),
    truthDeclaredAt: declaredAt({ isSame, truthDeclared }, version, work.now),
    savedAt: work.now,
  })
}

const notApproved = {
  ...{ clientApprovedAt: null, clientApprovedBy: null, approvalChannel: null, approvalDevice: '' },
  ...{ checkedAt: null, checkedBy: null },
}

/** A declaration is about one content: it stands until that changes, and is made anew in words (SE-16). */
function declaredAt(said: { isSame: boolean; truthDeclared: boolean | undefined }, { truthDeclaredAt }: Version, now: Date) {
  const standing = said.isSame ? truthDeclaredAt : null
  return (said.truthDeclared ?? standing !== null) ? (standing ?? now) : null
}

/** Writes a changed draft under its next version. */
export async function saveVersion({ tx }: Work, { orgId, id }: Version, changes: Partial<Version>): Promise<Version> {
  const [saved] = await tx
    .update(proposalVersions)
    .set({ ...changes, version: sql`${proposalVersions.version} + 1` })
    .where(and(eq(proposalVersions.orgId, orgId), eq(proposalVersions.id, id)))
    .returning()
  return found(saved)
}
