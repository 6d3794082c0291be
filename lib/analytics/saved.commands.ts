import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { savedAnalyses } from '@/db/schema'
import { analyseApart } from '@/lib/analysis/apart'
import { readSpec } from '@/lib/analysis/spec'
import { Unanswered } from '@/lib/analysis/thread'
import { readUpload } from '@/lib/analysis/upload'
import { command } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { sha256 } from '@/lib/platform/hash'
import { textOfResult } from './kept-result'
import { mayRemove } from './removing'

/** So many analyses an office keeps: more than anybody compares. */
const mostSaved = 500
/** 20 MB as base64. */
const longest = 28_000_000

/**
 * Analyses a spreadsheet and keeps what was asked and answered, with the fingerprint of the file; its rows are not kept.
 * `content` is the file as base64. What is kept is computed here, so that it is the answer to this file.
 * @throws Refusal `rule` {why: 'unreadable', problem} · {why: 'spec', code} · {why: 'busy' | 'slow'} · {why: 'too_many'}
 */
export const saveAnalysis = command({
  name: 'analysis.save',
  input: z.strictObject({
    name: z.string().trim().min(1).max(120),
    fileName: z.string().trim().min(1).max(200),
    content: z.base64().max(longest),
    spec: z.record(z.string().max(60), z.unknown()),
  }),
  async run({ actor, tx, now, audit }, { name, fileName, content, spec }) {
    const orgId = actor.organisationId
    const kept = await tx.$count(savedAnalyses, eq(savedAnalyses.orgId, orgId))
    if (kept >= mostSaved) throw new Refusal('rule', { why: 'too_many' })
    const bytes = Buffer.from(content, 'base64')
    const { rows, result } = await analysed(bytes, spec)
    const [id, fileHash] = [randomUUID(), sha256(bytes)]
    const facts = { orgId, id, name, fileName, fileHash, rows, spec, result: textOfResult(result), by: actor.id, at: now }
    await tx.insert(savedAnalyses).values(facts)
    audit({ type: 'analysis.saved', analysisId: id, rows, hash: fileHash })
    return { analysisId: id }
  },
})

/**
 * Deletes a kept analysis: whoever saved it, and supervisors.
 * @throws Refusal `forbidden` where a colleague saved it
 */
export const removeAnalysis = command({
  name: 'analysis.remove',
  input: z.strictObject({ analysisId: z.uuid() }),
  async run({ actor, tx, audit }, { analysisId }) {
    const named = and(eq(savedAnalyses.orgId, actor.organisationId), eq(savedAnalyses.id, analysisId))
    const [gone] = await tx.delete(savedAnalyses).where(named).returning({ by: savedAnalyses.by, hash: savedAnalyses.fileHash })
    const { by, hash } = found(gone)
    if (!mayRemove(actor, by)) throw new Refusal('forbidden')
    audit({ type: 'analysis.removed', analysisId, hash })
    return { analysisId }
  },
})

async function analysed(bytes: Uint8Array, given: unknown) {
  const sheet = await readUpload(bytes)
  if ('problem' in sheet) throw new Refusal('rule', { why: 'unreadable', problem: sheet.problem })
  const asked = readSpec(given)
  if ('fault' in asked) throw new Refusal('rule', { why: 'spec', code: asked.fault.code })
  const answer = await analyseApart({ rows: sheet.rows, spec: asked.spec }).catch(outOfTime)
  if ('fault' in answer) throw new Refusal('rule', { why: 'spec', code: answer.fault.code })
  return { rows: sheet.rows.length, result: answer.result }
}

function outOfTime(error: unknown): never {
  if (error instanceof Unanswered) throw new Refusal('rule', { why: error.why === 'busy' ? 'busy' : 'slow' })
  throw error
}
