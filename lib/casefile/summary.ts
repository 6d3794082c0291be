import type { Locale } from '@/db/vocabulary'
import { localOf } from '@/lib/contacts/local-instant'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { nameIn } from '@/lib/creditors/names'
import { messages } from '@/lib/i18n/catalogue'
import { type CaseSummary, summaryPaper } from '@/lib/letters/summary-paper'
import { civilDateIn } from '@/lib/platform/dates'
import { sha256 } from '@/lib/platform/hash'
import { money, sum } from '@/lib/platform/money'
import { askedText } from './asked-text'
import { noteCaseFile } from './export.commands'
import { historyText } from './history-text'
import { type Records, recordsOf } from './records'
import { nameOf } from './sections'

type Order = { caseId: string; locale: Locale }
type Told = { records: Records; actor: Actor; locale: Locale; now: Date }

/**
 * One client's case on a few sheets: who, what is owed and why, what was asked, what came of it. Names as this person sees
 * them; that it was taken along is noted with the fingerprint of what it says.
 * @throws Refusal
 */
export async function caseSummary(actor: Actor, { caseId, locale }: Order, now: Date) {
  const records = await recordsOf(actor, caseId, now)
  const paper = summaryPaper(summaryOf({ records, actor, locale, now }))
  await execute(noteCaseFile, actor, { caseId, files: 1, hash: sha256(JSON.stringify(paper)) }, { now })
  return { name: `${records.case.number}-summary`, paper }
}

function summaryOf(told: Told): CaseSummary {
  const { records, actor, locale, now } = told
  const { case: kase } = records
  return {
    ...{ language: locale, caseNo: kase.number, client: kase.client.name, creditor: nameIn(locale, kase.creditor.legalName) },
    ...{ stage: kase.stage, whoseMove: kase.whoseMove, nextAction: nextActionOf(told), owner: kase.owner.name },
    opened: civilDateIn(new Date(kase.openedAt), actor.timeZone),
    ...(kase.planPaid !== null && { planPaid: money(kase.planPaid) }),
    ...whatIsOwed(told),
    ...whatCameOfIt(told),
    ...{ madeAt: onClock(told, now), madeBy: actor.name },
  }
}

function nextActionOf({ records: { case: kase }, locale }: Told): string {
  const code = kase.nextAction
  return kase.nextActionText || (code === null ? '' : messages[locale].words.nextAction[code])
}

const onClock = ({ actor }: Pick<Told, 'actor'>, at: Date) => localOf(at, actor.timeZone).replace('T', ' ')

function whatIsOwed({ records, locale }: Told) {
  const [statement] = records.statements
  return {
    debts: records.debts.map(({ product, contractNumber, owed, daysPastDue, dueOn }) => ({
      ...{ product: nameIn(locale, product), contractTail: contractNumber.slice(-4), owed: money(owed) },
      ...{ daysPastDue: daysPastDue ?? undefined, nextDue: dueOn ?? undefined },
    })),
    finances: statement && {
      ...{ asOf: statement.asOf, income: money(statement.income), reserve: money(statement.reserve) },
      essentials: sum([money(statement.fixed), money(statement.flexible)]),
      disposable: money(statement.disposable),
    },
    hardships: records.hardships.map(({ type, startedOn }) => ({ type, since: startedOn })),
  }
}

function whatCameOfIt(told: Told) {
  const { records, actor, locale } = told
  const [named, say, asked] = [nameOf(told), historyText(locale, records.evidenceTypes), askedText(locale)]
  return {
    evidence: records.evidence.map(({ code, status }) => ({ name: named(code), status })),
    proposals: records.proposals.map(({ number, lines, sentAt, outcome }) => ({
      version: number,
      asks: asked(lines),
      ...(sentAt === null ? {} : { sentOn: civilDateIn(new Date(sentAt), actor.timeZone), outcome }),
    })),
    instalments: records.agreements.flatMap(({ ledger }) =>
      ledger.map(({ dueOn, amount, paid }) => ({ due: dueOn, amount: money(amount), paid: money(paid) })),
    ),
    awaitsConfirmation: records.agreements.some(({ status }) => status === 'DRAFT'),
    contacts: records.contacts.map(({ at, channel, summary }) => ({ at: onClock(told, new Date(at)), channel, summary })),
    history: records.history.map(({ at, event }) => ({ at: onClock(told, new Date(at)), event: say(event) })),
  }
}
