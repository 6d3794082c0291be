import { balanceBuckets, type ContactChannel, type Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import type { LetterFacts } from '@/lib/letters/facts'
import { money, sum } from '@/lib/platform/money'
import type { ProposalSource } from '@/lib/proposals/letter-source'
import { daysPastDue } from '@/lib/schedules/days-past-due'

/** The one contact a complaint is about; `at` is '2026-11-18 22:40' on the office's clock, `proof` the name of the file. */
export type Complained = {
  locale: Locale
  at: string
  channel: ContactChannel
  party: string
  description: string
  proof: string | null
}

/** What a complaint may say: who, which debt, and the one contact; nothing of the client's circumstances. */
export function complaintFacts(source: ProposalSource, { locale, proof, ...contact }: Complained): LetterFacts {
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
      recipient: `${creditor.product}${said.recipient}`,
    },
    debt: {
      contractNumbers: sheets.map(({ contractTail }) => contractTail),
      balanceOn: source.billOn ?? source.today,
      buckets: Object.fromEntries(
        balanceBuckets.map((bucket) => [bucket, sum(sheets.map(({ buckets }) => money(buckets[bucket])))]),
      ),
      ...(source.oldestDueOn && { daysPastDue: Math.max(0, daysPastDue(source.oldestDueOn, source.today)) }),
    },
    attachments: [said.listName, ...(proof === null ? [] : [proof])],
    conduct: { ...contact, rule: 'cite_gbt_45251' },
  }
}
