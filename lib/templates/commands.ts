import { randomUUID } from 'node:crypto'
import { and, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letterTemplates } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import type { LetterTemplate } from '@/lib/letters/kinds'
import { lintTemplate } from '@/lib/letters/lint'
import { templateHash } from '@/lib/letters/stamp'
import { civilDateIn } from '@/lib/platform/dates'
import { line, paragraphs, requiredLine, requiredParagraphs } from '@/lib/platform/fields'
import { templateLimits } from '@/lib/platform/liquid'
import { ofKey, type TemplateKey, type TemplateRow, templateInUse, templateNumbered } from './in-use.queries'
import { templateKey } from './queries'

const parts = {
  title: requiredLine(200),
  salutation: line(500),
  body: requiredParagraphs(templateLimits.source),
  signature: paragraphs(2000),
}

/** What the editor was opened on: the version in use and the draft's, 0 where there was none. */
const seen = { inUse: z.int().positive().max(1_000_000), version: z.int().min(0).max(1_000_000) }

/**
 * Keeps a draft, faults and all. One that says the same as the wording in use is no draft any more.
 * @throws Refusal `conflict` {current} where somebody published or saved meanwhile
 */
export const saveTemplate = command({
  name: 'template.save',
  input: z.strictObject({ ...templateKey, ...seen, ...parts }),
  async run(work, { kind, locale, inUse, version, ...text }) {
    const { current, draft } = await lockTemplate(work, { kind, locale }, { inUse, version })
    const isDropped = templateHash(text) === current.hash
    if (draft !== undefined) await work.tx.delete(letterTemplates).where(theDraft(work, { kind, locale }))
    if (!isDropped) await insert(work, { kind, locale }, { text, number: null, version: version + 1 })
    work.audit({ type: 'template.drafted', kind, locale })
    return { kind, locale, inUse, version: isDropped ? 0 : version + 1 }
  },
})

/**
 * Puts a wording into use under the next number; from here on it never changes. The draft is used up.
 * @throws Refusal `rule` {why: 'template', findings} · `rule` {why: 'unchanged'} · `conflict` {current}
 */
export const publishTemplate = command({
  name: 'template.publish',
  input: z.strictObject({ ...templateKey, ...seen, ...parts, note: requiredLine(300) }),
  async run(work, { kind, locale, inUse, version, note, ...text }) {
    const { current, draft } = await lockTemplate(work, { kind, locale }, { inUse, version })
    if (templateHash(text) === current.hash) throw new Refusal('rule', { why: 'unchanged' })
    if (draft !== undefined) await work.tx.delete(letterTemplates).where(theDraft(work, { kind, locale }))
    return publish(work, { kind, locale }, { text, note, after: current.number })
  },
})

/**
 * Puts an old wording back into use, under a number of its own: what was sent in between keeps its version.
 * @throws Refusal `not_found` · `rule` {why: 'unchanged'} · `rule` {why: 'template', findings} where it no longer holds
 */
export const rollBackTemplate = command({
  name: 'template.rollBack',
  input: z.strictObject({ ...templateKey, inUse: seen.inUse, number: z.int().positive().max(1_000_000) }),
  async run(work, { kind, locale, inUse, number }) {
    const { current } = await lockTemplate(work, { kind, locale }, { inUse })
    const old = await templateNumbered(work, { kind, locale, number })
    if (old.number !== number) throw new Refusal('not_found')
    if (old.hash === current.hash) throw new Refusal('rule', { why: 'unchanged' })
    return publish(work, { kind, locale }, { text: old.text, note: `v${number}`, after: current.number, from: number })
  },
})

type Publication = { text: LetterTemplate; note: string; after: number; from?: number }

async function publish(work: Work, { kind, locale }: TemplateKey, { text, note, after, from }: Publication) {
  const on = civilDateIn(work.now, work.actor.timeZone)
  const findings = lintTemplate(text, { kind, language: locale, on })
  if (findings.length > 0) throw new Refusal('rule', { why: 'template', findings: findings.slice(0, templateLimits.faults) })
  const number = after + 1
  await insert(work, { kind, locale }, { text, number, version: 1, note })
  work.audit({ type: 'template.published', kind, locale, number, from: from ?? null, hash: templateHash(text) })
  return { kind, locale, number }
}

/** Locks a letter's wording until the command ends, also where there is no row yet. @throws Refusal `conflict` */
async function lockTemplate(work: Work, key: TemplateKey, expected: { inUse: number; version?: number }) {
  const { actor, tx } = work
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`template ${actor.organisationId} ${key.kind} ${key.locale}`}))`)
  const current = await templateInUse(work, key)
  expectVersion({ version: current.number }, expected.inUse)
  const [draft] = await tx.select().from(letterTemplates).where(theDraft(work, key))
  if (expected.version !== undefined) expectVersion({ version: draft?.version ?? 0 }, expected.version)
  return { current, draft }
}

const theDraft = ({ actor }: Work, key: TemplateKey) => and(ofKey(actor.organisationId, key), isNull(letterTemplates.number))

type Wording = { text: LetterTemplate } & Pick<TemplateRow, 'number' | 'version'> & { note?: string }

const insert = ({ actor, tx, now }: Work, key: TemplateKey, { text, ...rest }: Wording) =>
  tx.insert(letterTemplates).values({
    ...{ orgId: actor.organisationId, id: randomUUID(), ...key, ...text, hash: templateHash(text), ...rest },
    ...{ by: actor.id, at: now },
  })
