import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema'
import { locales } from '@/db/vocabulary'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import { logAccess } from '@/lib/core/access-log'
import { query, type Reading } from '@/lib/core/query'
import { complaintOn } from './complaint.queries'
import { caseOf, entryView, judged } from './judged.queries'
import { conductRules, instruments, ruleTable } from './rules'

/**
 * How a case's creditor and collectors behaved, newest first: each contact with the rules it breaks, how certain that is, and
 * the complaint written about it.
 */
export const listConduct = query({
  name: 'conduct.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const { entries, findings } = await judged(reading, kase)
    const complaints = await complaintsOf(reading, kase)
    return {
      entries: entries.map((entry) => ({
        ...entryView(entry, findings.get(entry.id) ?? [], reading.actor.timeZone),
        complaintId: complaints.get(entry.id) ?? null,
      })),
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
 * A complaint about exactly one contact that breaks a rule (no bulk complaints, domain.md 3.8), for a look before it is written:
 * the letter, and the contacts of that day that go with it. It holds the client's name, so that looking is noted.
 * @throws Refusal `rule` {why: 'no_breach'} where nothing a letter can name is clearly broken
 */
export const conductComplaint = query({
  name: 'conduct.complaint',
  input: z.strictObject({ entryId: z.uuid(), locale: z.enum(locales).default('zh-CN') }),
  async run(reading, { entryId, locale }) {
    const kase = await caseOf(reading, entryId)
    const { letter, faults, rules, sameDay, findings, proof } = await complaintOn(reading, kase, { entryId, locale })
    const { tx, actor, now } = reading
    await logAccess(tx, { actor, now }, { kind: 'view', what: 'conduct.complaint', object: entryId, clientId: kase.clientId })
    const complaints = await complaintsOf(reading, kase)
    return {
      ...{ entryId, caseId: kase.id, caseNo: kase.number, rules, letter, faults, proof },
      complaintId: complaints.get(entryId) ?? null,
      contacts: sameDay.map((one) => ({
        ...entryView(one, findings.get(one.id) ?? [], actor.timeZone),
        complaintId: complaints.get(one.id) ?? null,
      })),
    }
  },
})

/** The letter that complains of each contact, by the contact's id. */
async function complaintsOf({ tx }: Reading, { orgId, id }: Case): Promise<Map<string, string>> {
  const rows = await tx
    .select({ letterId: letters.id, entryId: letters.conductEntryId })
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.caseId, id), isNotNull(letters.conductEntryId)))
  return new Map(rows.flatMap(({ entryId, letterId }) => (entryId === null ? [] : [[entryId, letterId]])))
}
