import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { conductEntries, creditorProducts, evidence, evidenceTypes } from '@/db/schema'
import { type Locale, locales } from '@/db/vocabulary'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import { localOf } from '@/lib/contacts/local-instant'
import { logAccess } from '@/lib/core/access-log'
import { query, type Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import type { LetterFacts } from '@/lib/letters/facts'
import { writeLetter } from '@/lib/letters/letter'
import { lintLetter } from '@/lib/letters/lint'
import { sourceOf } from '@/lib/proposals/source.queries'
import { shipped, templateInUse } from '@/lib/templates/in-use.queries'
import { complaintFacts } from './complaint'
import { type Finding, findingsOf } from './findings'
import { conductRules, instruments, ruleTable } from './rules'

type Entry = typeof conductEntries.$inferSelect

/** How a case's creditor and collectors behaved, newest first: each contact with the rules it breaks and how certain that is. */
export const listConduct = query({
  name: 'conduct.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const { entries, findings } = await judged(reading, kase)
    return {
      entries: entries.map((entry) => entryView(entry, findings.get(entry.id) ?? [], reading.actor.timeZone)),
      rules: conductRules.map((rule) => {
        const { instrument } = ruleTable[rule]
        const { from, certainty } = instruments[instrument]
        return { rule, instrument, from, certainty }
      }),
    }
  },
})

export type ConductView = Awaited<ReturnType<typeof listConduct>>['entries'][number]

/**
 * A complaint about exactly one contact that breaks a rule (no bulk complaints, domain.md 3.8): the letter, and the contacts
 * of that day that go with it. It holds the client's name, so that looking is noted.
 * @throws Refusal `rule` {why: 'no_breach'} where nothing a letter can name is clearly broken
 */
export const conductComplaint = query({
  name: 'conduct.complaint',
  input: z.strictObject({ entryId: z.uuid(), locale: z.enum(locales).default('zh-CN') }),
  async run(reading, { entryId, locale }) {
    const kase = await caseOf(reading, entryId)
    const { entries, findings } = await judged(reading, kase)
    const entry = found(entries.find(({ id }) => id === entryId))
    const breaches = (findings.get(entryId) ?? []).filter(({ sureness, citable }) => sureness === 'CLEAR' && citable)
    if (breaches.length === 0) throw new Refusal('rule', { why: 'no_breach' })
    const at = (one: Entry) => localOf(one.at, reading.actor.timeZone).replace('T', ' ')
    const sameDay = entries.filter((one) => one.at <= entry.at && at(one).slice(0, 10) === at(entry).slice(0, 10))
    const facts = complaintFacts(await sourceOf(reading, kase), {
      ...{ locale, at: at(entry), channel: entry.channel, party: entry.party, description: entry.description },
      proof: await proofOf(reading, entry, locale),
    })
    const { letter, faults } = await writtenIn(reading, locale, facts)
    const { tx, actor, now } = reading
    await logAccess(tx, { actor, now }, { kind: 'view', what: 'conduct.complaint', object: entryId, clientId: kase.clientId })
    return {
      ...{ entryId, caseId: kase.id, caseNo: kase.number, rules: breaches.map(({ rule }) => rule), letter, faults },
      contacts: sameDay.map((one) => entryView(one, findings.get(one.id) ?? [], actor.timeZone)),
    }
  },
})

/**
 * The letter in the office's own wording where one is published, and what keeps it from going out: gaps, and words that
 * cannot stand unless they are what the collector said. A wording that does not render any more gives way to the shipped one.
 */
async function writtenIn(reading: Reading, locale: Locale, facts: LetterFacts) {
  const key = { kind: 'COLLECTION_COMPLAINT', locale } as const
  const own = await templateInUse(reading, key)
  for (const { text } of [own, shipped(key)]) {
    const written = writeLetter({ kind: key.kind, template: text, facts, language: locale })
    if ('faults' in written) continue
    const isQuoted = (word: string) => facts.conduct?.description.includes(word) === true
    return { letter: written.letter, faults: lintLetter(written.letter, facts).filter(({ word }) => !isQuoted(word)) }
  }
  throw new Error('the shipped complaint does not render')
}

async function caseOf(reading: Reading, entryId: string): Promise<Case> {
  const { actor, tx } = reading
  const [entry] = await tx
    .select({ caseId: conductEntries.caseId })
    .from(conductEntries)
    .where(and(eq(conductEntries.orgId, actor.organisationId), eq(conductEntries.id, entryId)))
  return visibleCase(reading, found(entry).caseId)
}

async function judged({ actor, tx }: Reading, kase: Case) {
  const entries = await tx
    .select()
    .from(conductEntries)
    .where(and(eq(conductEntries.orgId, kase.orgId), eq(conductEntries.caseId, kase.id)))
    .orderBy(desc(conductEntries.at), desc(conductEntries.id))
  const [product] = await tx
    .select({ type: creditorProducts.type })
    .from(creditorProducts)
    .where(and(eq(creditorProducts.orgId, kase.orgId), eq(creditorProducts.id, kase.productId)))
  return { entries, findings: findingsOf(entries, { timeZone: actor.timeZone, productType: found(product).type }) }
}

const entryView = ({ orgId, clientId, at, createdAt, ...entry }: Entry, findings: Finding[], timeZone: string) => ({
  ...entry,
  /** Day and time on the office's clock. */
  at: localOf(at, timeZone).replace('T', ' '),
  findings,
  canComplain: findings.some(({ sureness, citable }) => sureness === 'CLEAR' && citable),
})

/** The name of the file that proves it. */
async function proofOf({ tx }: Reading, { orgId, evidenceId }: Entry, locale: 'zh-CN' | 'en') {
  if (evidenceId === null) return null
  const [type] = await tx
    .select({ zh: evidenceTypes.nameZh, en: evidenceTypes.nameEn })
    .from(evidence)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidence.orgId), eq(evidenceTypes.code, evidence.code)))
    .where(and(eq(evidence.orgId, orgId), eq(evidence.id, evidenceId)))
  return type === undefined ? null : type[locale === 'en' ? 'en' : 'zh']
}
