import { and, eq } from 'drizzle-orm'
import { evidence, evidenceTypes } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import type { Barrier } from '@/lib/letters/enclosures'
import { papersFor } from '@/lib/letters/enclosures.queries'
import type { LetterFacts } from '@/lib/letters/facts'
import { writeLetter } from '@/lib/letters/letter'
import { lintLetter } from '@/lib/letters/lint'
import { sourceOf } from '@/lib/proposals/source.queries'
import { shipped, templateInUse } from '@/lib/templates/in-use.queries'
import { complaintFacts } from './complaint'
import { breachesOf, clockOf, type Entry, judged } from './judged.queries'

type Asked = { entryId: string; locale: Locale }

/**
 * A complaint about exactly one contact that breaks a rule: the letter as it would be now, what keeps it from being written,
 * that day's contacts up to this one, and the proof with why it may not go along.
 * @throws Refusal `rule` {why: 'no_breach'} where nothing a letter can name is clearly broken · `not_found`
 */
export async function complaintOn(reading: Reading, kase: Case, { entryId, locale }: Asked) {
  const { entries, findings } = await judged(reading, kase)
  const entry = found(entries.find(({ id }) => id === entryId))
  const breaches = breachesOf(findings.get(entryId) ?? [])
  if (breaches.length === 0) throw new Refusal('rule', { why: 'no_breach' })
  const clock = (one: Entry) => clockOf(one.at, reading.actor.timeZone)
  const sameDay = entries.filter((one) => one.at <= entry.at && clock(one).slice(0, 10) === clock(entry).slice(0, 10))
  const proof = await proofOf(reading, kase, entry)
  const facts = complaintFacts(await sourceOf(reading, kase), {
    ...{ locale, at: clock(entry), channel: entry.channel, party: entry.party, description: entry.description },
    sameDay: sameDay.toReversed().map((one) => ({ at: clock(one), channel: one.channel, isAnswered: one.isAnswered })),
    proof: proof === null || proof.why !== null ? null : proof[locale === 'en' ? 'en' : 'zh'],
    rules: breaches.map(({ rule }) => rule),
  })
  return {
    ...(await writtenIn(reading, locale, facts)),
    ...{ day: facts.today, sameDay, findings, proof, rules: breaches.map(({ rule }) => rule) },
    enclosed: entry.evidenceId === null || proof?.why !== null ? [] : [entry.evidenceId],
  }
}

/**
 * The letter in the office's own wording where one is published, and what keeps it from going out: gaps, and words that
 * cannot stand unless they are what the collector said. A wording that does not render any more gives way to the shipped one.
 */
async function writtenIn(reading: Reading, locale: Locale, facts: LetterFacts) {
  const key = { kind: 'COLLECTION_COMPLAINT', locale } as const
  const own = await templateInUse(reading, key)
  for (const template of [own, shipped(key)]) {
    const written = writeLetter({ kind: key.kind, template: template.text, facts, language: locale })
    if ('faults' in written) continue
    const isQuoted = (word: string) => facts.conduct?.description.includes(word) === true
    const faults = lintLetter(written.letter, facts).filter(({ word }) => !isQuoted(word))
    return { letter: written.letter, template, faults }
  }
  throw new Error('the shipped complaint does not render')
}

type Proof = { zh: string; en: string; why: Barrier | null }

/** The file that proves it, by its kind, and why it may not be handed on where that is so. */
async function proofOf(reading: Reading, kase: Case, { orgId, evidenceId }: Entry): Promise<Proof | null> {
  if (evidenceId === null) return null
  const [type] = await reading.tx
    .select({ code: evidenceTypes.code, zh: evidenceTypes.nameZh, en: evidenceTypes.nameEn })
    .from(evidence)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidence.orgId), eq(evidenceTypes.code, evidence.code)))
    .where(and(eq(evidence.orgId, orgId), eq(evidence.id, evidenceId)))
  if (type === undefined) return null
  const papers = await papersFor(reading, kase, 'COLLECTION_COMPLAINT')
  const mayGo = papers.some(({ files }) => files.some(({ id }) => id === evidenceId))
  const why = papers.find(({ code }) => code === type.code)?.why ?? 'NOT_VERIFIED'
  return { zh: type.zh, en: type.en, why: mayGo ? null : why }
}
