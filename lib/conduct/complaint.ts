import { balanceBuckets, type ContactChannel, type Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { words } from '@/lib/i18n/words'
import type { LetterFacts } from '@/lib/letters/facts'
import { money, sum } from '@/lib/platform/money'
import type { ProposalSource } from '@/lib/proposals/letter-source'
import { daysPastDue } from '@/lib/schedules/days-past-due'
import type { ConductRule } from './rules'

/**
 * The one contact a complaint is about; `at` is '2026-11-18 22:40' on the office's clock, `sameDay` the contacts of that day up
 * to this one in order of time, `proof` the name of the file where it may go along.
 */
export type Complained = {
  locale: Locale
  at: string
  channel: ContactChannel
  party: string
  description: string
  sameDay: readonly Pick<Contacted, 'at' | 'channel' | 'isAnswered'>[]
  proof: string | null
  /** The rules it clearly breaks. */
  rules: readonly ConductRule[]
}
type Contacted = { at: string; channel: ContactChannel; isAnswered: boolean }

/** What a complaint may say: who, which debt, and the one contact; nothing of the client's circumstances. */
export function complaintFacts(source: ProposalSource, { locale, proof, sameDay, rules, ...contact }: Complained): LetterFacts {
  const { creditor, sheets, organisation, counsellor } = source
  const lenders = [...new Set(sheets.map(({ lender }) => lender).filter((lender) => lender !== ''))]
  const said = messages[locale].conduct
  return {
    ...{ today: source.today, caseNo: source.caseNo, client: { name: source.clientName } },
    organisation: { name: organisation.name, ...(organisation.phone && { contact: organisation.phone }) },
    ...(counsellor && { counsellor }),
    creditor: {
      ...creditor,
      lender: lenders.join(locale === 'en' ? ', ' : '、') || creditor.lender,
      recipient: `${creditor.lender}${said.recipient}`,
    },
    debt: {
      contractNumbers: sheets.map(({ contractTail }) => contractTail),
      balanceOn: source.billOn ?? source.today,
      planPaid: money(source.planPaid),
      buckets: Object.fromEntries(
        balanceBuckets.map((bucket) => [bucket, sum(sheets.map(({ billed, buckets }) => money((billed ?? buckets)[bucket])))]),
      ),
      ...(source.oldestDueOn && { daysPastDue: Math.max(0, daysPastDue(source.oldestDueOn, source.today)) }),
    },
    attachments: [dayList(sameDay, locale), ...(proof === null ? [] : [proof])],
    conduct: { ...contact, rule: 'cite_gbt_45251', broken: brokenBy(rules, locale) },
  }
}

/** What was not kept, for each rule the letter can name. */
function brokenBy(rules: readonly ConductRule[], locale: Locale): string[] {
  const said: Partial<Record<ConductRule, string>> = messages[locale].conduct.broken
  return rules.flatMap((rule) => said[rule] ?? [])
}

/** That day's contacts in one line, so that the list named as enclosed is in the letter itself: '09:00 电话（接通）'. */
function dayList(contacts: readonly Contacted[], locale: Locale): string {
  const said = messages[locale].conduct
  const each = contacts.map(({ at, channel, isAnswered }) =>
    said.listed
      .replace('{time}', at.slice(11))
      .replace('{channel}', words.channel[channel][locale === 'en' ? 'en' : 'zh'])
      .replace('{answered}', isAnswered ? said.answered : said.unanswered),
  )
  return `${said.listName}${said.listIs}${each.join(said.listAnd)}`
}
