import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import { visibleTo } from '@/lib/cases/scope'
import { visibleCase } from '@/lib/cases/scope.queries'
import { withholderOf } from '@/lib/clients/medical.queries'
import { mayAsk } from '@/lib/core/permissions'
import { query, type Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { clientFactsOf } from '@/lib/letters/client-facts.queries'
import type { LetterFacts } from '@/lib/letters/facts'
import { sampleCase } from '@/lib/letters/sample-case'
import { letterValues } from '@/lib/letters/variables'
import { wording } from '@/lib/letters/wording'
import { civilDateIn } from '@/lib/platform/dates'
import { maskName } from '@/lib/platform/mask'
import { caseFactsOf } from '@/lib/proposals/case-facts.queries'
import { templateKey } from './queries'

/**
 * What the names of a template stand for in one case, or in the sample case where none is chosen, so that the editor can
 * write the letter as somebody types; with the cases to choose from. The client's name is masked.
 * @throws Refusal `forbidden` where a case is named by somebody whose role opens none · `not_found`
 */
export const templateValues = query({
  name: 'template.values',
  input: z.strictObject({ ...templateKey, caseId: z.uuid().optional() }),
  async run(reading, { kind, locale, caseId }) {
    const facts = caseId === undefined ? sampleToday(reading, sampleCase(kind)) : await maskedFacts(reading, caseId, locale)
    const { today, creditor, debt, conduct, attachments } = facts
    return {
      values: letterValues(facts, wording[locale]),
      attachments: [...attachments],
      ground: {
        today,
        creditor: { productType: creditor.productType },
        debt: debt.maturity === undefined ? {} : { maturity: debt.maturity },
        ...(conduct && { conduct: { rule: conduct.rule } }),
      },
      caseId: caseId ?? null,
      choices: await choicesOf(reading),
    }
  },
})

const sampleToday = ({ actor, now }: Reading, facts: LetterFacts): LetterFacts => ({
  ...facts,
  today: civilDateIn(now, actor.timeZone),
})

async function maskedFacts(reading: Reading, caseId: string, locale: Locale): Promise<LetterFacts> {
  if (!mayAsk(reading.actor, 'case.get')) throw new Refusal('forbidden')
  const kase = await visibleCase(reading, caseId)
  const { hardship, ...facts } = await caseFactsOf(reading, kase, locale)
  const withholding = await withholderOf(reading, kase.clientId)
  return {
    ...facts,
    ...(await clientFactsOf(reading, kase, locale)),
    client: { name: maskName(facts.client.name) },
    ...(hardship && {
      hardship: { ...hardship, ...(hardship.statement && { statement: withholding(hardship.statement, locale) }) },
    }),
  }
}

/** The latest cases of the reader that have something to write about. */
async function choicesOf({ actor, tx }: Reading) {
  if (!mayAsk(actor, 'case.get')) return []
  return tx
    .select({ caseId: cases.id, number: cases.number, name: clients.maskedName })
    .from(cases)
    .innerJoin(clients, and(eq(clients.orgId, cases.orgId), eq(clients.id, cases.clientId)))
    .where(and(eq(cases.orgId, actor.organisationId), visibleTo(actor)))
    .orderBy(desc(cases.stageSince))
    .limit(30)
}
