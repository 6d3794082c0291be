import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { checklistRules, checklistVersions, evidenceTypes } from '@/db/schema'
import { type HardshipType, hardshipTypes } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { optional, requiredLine, whole } from '@/lib/platform/fields'
import { linesOf, repeatedLine, rulesOf } from './checklist-lines'

const line = z.strictObject({
  /** Kinds of evidence of which any one is enough. */
  options: z.array(z.string().max(40), 'required').min(1, 'required').max(8),
  required: z.boolean(),
  months: optional(whole(1, 60)),
})

/**
 * Writes the checklist of one hardship, or with null that of every case: it holds at once, for every client, without a
 * deploy. The list before it is kept as a version; `basedOn` is the version that was on the screen (0: never changed).
 * @throws Refusal `conflict` · `invalid` {lines: choice | taken}
 */
export const saveChecklist = command({
  name: 'checklist.save',
  input: z.strictObject({
    hardship: z.enum(hardshipTypes).nullable(),
    basedOn: z.int().min(0),
    lines: z.array(line).max(40),
  }),
  async run(work, { hardship, basedOn, lines }) {
    const { actor, tx, audit } = work
    const rules = await tx.select().from(checklistRules).where(ofCause(actor.organisationId, hardship)).for('update')
    const last = await lastNumber(work, hardship)
    if (last !== basedOn) throw new Refusal('conflict', { current: last })
    await expectKinds(work, lines)
    if (last === 0) await keep(work, { hardship, number: 1, lines: linesOf(rules) })
    const number = Math.max(last, 1) + 1
    await keep(work, { hardship, number, lines })
    await tx.delete(checklistRules).where(ofCause(actor.organisationId, hardship))
    const written = rulesOf(hardship, lines).map((rule) => ({ orgId: actor.organisationId, id: randomUUID(), ...rule }))
    if (written.length > 0) await tx.insert(checklistRules).values(written)
    audit({ type: 'checklist.saved', hardship: hardship ?? 'EVERY', number })
    return { number }
  },
})

type Lines = z.output<typeof line>[]

const ofCause = (orgId: string, hardship: HardshipType | null) =>
  and(
    eq(checklistRules.orgId, orgId),
    hardship === null ? isNull(checklistRules.hardship) : eq(checklistRules.hardship, hardship),
  )

async function lastNumber({ tx, actor }: Work, hardship: HardshipType | null) {
  const [last] = await tx
    .select({ number: checklistVersions.number })
    .from(checklistVersions)
    .where(
      and(
        eq(checklistVersions.orgId, actor.organisationId),
        hardship === null ? isNull(checklistVersions.hardship) : eq(checklistVersions.hardship, hardship),
      ),
    )
    .orderBy(desc(checklistVersions.number))
    .limit(1)
  return last?.number ?? 0
}

async function expectKinds({ tx, actor }: Work, lines: Lines) {
  if (repeatedLine(lines) !== undefined) throw new Refusal('invalid', { fields: { lines: ['taken'] } })
  const types = await tx
    .select({ code: evidenceTypes.code })
    .from(evidenceTypes)
    .where(and(eq(evidenceTypes.orgId, actor.organisationId), eq(evidenceTypes.isActive, true)))
  const known = new Set(types.map(({ code }) => code))
  if (lines.some(({ options }) => options.some((code) => !known.has(code)))) {
    throw new Refusal('invalid', { fields: { lines: ['choice'] } })
  }
}

const keep = (
  { tx, actor, now }: Work,
  version: { hardship: HardshipType | null; number: number; lines: Lines | ReturnType<typeof linesOf> },
) => tx.insert(checklistVersions).values({ orgId: actor.organisationId, id: randomUUID(), ...version, at: now, by: actor.id })

/** Changes a kind of evidence: its names, whether it is still used, and after how many months such a paper is too old. */
export const updateEvidenceType = command({
  name: 'evidenceType.update',
  input: z.strictObject({
    code: z.string().max(40),
    nameZh: requiredLine(40),
    nameEn: requiredLine(60),
    isActive: z.boolean(),
    validMonths: optional(whole(1, 120)),
  }),
  async run({ actor, tx, audit }, { code, ...changes }) {
    const [changed] = await tx
      .update(evidenceTypes)
      .set(changes)
      .where(and(eq(evidenceTypes.orgId, actor.organisationId), eq(evidenceTypes.code, code)))
      .returning({ code: evidenceTypes.code })
    if (changed === undefined) throw new Refusal('invalid', { fields: { code: ['choice'] } })
    audit({ type: 'evidenceType.updated', code, isActive: changes.isActive, validMonths: changes.validMonths })
    return { code }
  },
})
