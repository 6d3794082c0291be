import type { Plan, PlanRow } from '@/db/schema/proposals'
import { type BalanceBucket, balanceBuckets, type Locale, type Treatment } from '@/db/vocabulary'
import { askText, treatmentAsk } from '@/lib/letters/asks'
import type { Ask, LetterFacts, PlanFacts, ProposalFacts } from '@/lib/letters/facts'
import { asksOf } from '@/lib/letters/from-quote'
import { wording } from '@/lib/letters/wording'
import { type Money, money, sum, toText } from '@/lib/platform/money'
import { daysPastDue } from '@/lib/schedules/days-past-due'
import { amountsOf, type DebtSheet } from './debt-sheet'
import type { ProposalSource } from './letter-source'
import { treatmentOf } from './treatment'
import { isOnePayment, isSettled, type WorkedLine, type WorkedVersion } from './work-out'

/** What the counsellor says in the version beside the numbers. */
export type LetterChoices = { number: number; locale: Locale; sourceOfFunds: string; replyBy?: string | undefined }

/** What a letter about this version may say: recorded facts, and the plan worked out from them. */
export function letterFactsOf(source: ProposalSource, worked: WorkedVersion, choices: LetterChoices): LetterFacts {
  const { organisation, statement, hardship, documents } = source
  const inEnglish = choices.locale === 'en'
  return {
    today: source.today,
    caseNo: source.caseNo,
    client: { name: source.clientName },
    organisation: { name: organisation.name, ...(organisation.phone && { contact: organisation.phone }) },
    ...(source.counsellor && { counsellor: source.counsellor }),
    creditor: { ...source.creditor, lender: lenderOf(source, choices.locale), recipient: recipient(source, inEnglish) },
    debt: debtFactsOf(source, worked),
    ...(hardship && {
      hardship: {
        types: hardship.types,
        since: hardship.since,
        ...(hardship.until && { until: hardship.until }),
        ...statementOf(hardship),
      },
    }),
    ...(statement && { finances: financesOf(statement, money(source.elsewhere.paying)) }),
    ...(worked.lines.length > 0 && { proposal: proposalOf(source, worked, choices) }),
    attachments: documents.map(({ zh, en }) => (inEnglish ? en : zh)),
  }
}

const statementOf = ({ narrative }: { narrative: string }) => (narrative === '' ? {} : { statement: narrative })

/** The desk of whoever holds the claim: a product answers no letter. */
const recipient = ({ creditor }: ProposalSource, inEnglish: boolean) =>
  inEnglish ? `${creditor.lender}, customer service` : `${creditor.lender}客服中心`

/** The lender of the contract where the loan notes name one, else who holds the claim. */
const lenderOf = ({ sheets, creditor }: ProposalSource, locale: Locale) =>
  wording[locale].list([...new Set(sheets.map(({ lender }) => lender).filter((lender) => lender !== ''))]) || creditor.lender

function debtFactsOf(source: ProposalSource, worked: WorkedVersion): LetterFacts['debt'] {
  const asked = source.sheets.filter(({ debtId }) => worked.lines.some((line) => line.debtId === debtId))
  const sheets = asked.length > 0 ? asked : source.sheets
  const ends = sheets.flatMap(({ endsOn }) => endsOn ?? []).toSorted()
  const open = sheets.filter(({ owed }) => money(owed).gt('0'))
  const due = open.flatMap(({ nextDueOn }) => (nextDueOn !== null && nextDueOn >= source.today ? [nextDueOn] : [])).toSorted()
  return {
    contractNumbers: sheets.map(({ contractTail }) => contractTail),
    balanceOn: source.billOn ?? source.today,
    buckets: bucketSums(sheets),
    planPaid: money(source.planPaid),
    ...(source.oldestDueOn && { daysPastDue: Math.max(0, daysPastDue(source.oldestDueOn, source.today)) }),
    ...(due[0] && { nextDue: due[0] }),
    ...(worked.lines.length > 0 && { instalment: money(worked.instalmentBefore) }),
    ...(sheets.length === 1 && { remainingPeriods: sheets[0]?.remainingPeriods || undefined }),
    ...(ends.length === sheets.length && ends[0] && { maturity: ends[0] }),
  }
}

const bucketSums = (sheets: readonly DebtSheet[]): Partial<Record<BalanceBucket, Money>> =>
  Object.fromEntries(
    balanceBuckets.map((bucket) => [bucket, sum(sheets.map(({ billed, buckets }) => money((billed ?? buckets)[bucket])))]),
  )

const financesOf = ({ asOf, incomeBefore, ...amounts }: NonNullable<ProposalSource['statement']>, paidElsewhere: Money) => ({
  asOf,
  income: money(amounts.income),
  essentials: money(amounts.fixed).plus(money(amounts.flexible)),
  reserve: money(amounts.reserve),
  disposable: money(amounts.disposable),
  ...(paidElsewhere.gt('0') && { paidElsewhere }),
  ...(incomeBefore && { incomeBefore: money(incomeBefore) }),
})

function proposalOf({ sheets }: ProposalSource, worked: WorkedVersion, choices: LetterChoices): ProposalFacts {
  const { lines, after, affordability } = worked
  const [treatment, ...others] = new Set(lines.flatMap((line) => treatmentFor(line, sheets) ?? []))
  return {
    version: choices.number,
    asks: lines.flatMap((line) => [
      ...asksFor(asPlanned(line), sheets, { ...choices, isNamed: lines.length > 1 }),
      ...(others.length > 0 ? treatmentAsked(line, sheets, choices.locale) : []),
    ]),
    joining: sum(lines.map((line) => money(line.joining))),
    settlements: settlementsOf(lines, sheets, choices),
    reliefs: lines.flatMap(({ reliefs }) => reliefs.map(({ type }) => type)),
    ...(treatment && others.length === 0 && { treatment }),
    plan: planFacts(paying(lines.length > 1 && !lines.some(isSettled) ? byMonth(after) : after)),
    ...(choices.replyBy && { replyBy: choices.replyBy }),
    ...(affordability && { left: money(affordability.buffer) }),
    showsRecovery: !isOnePayment(lines),
  }
}

const settlementsOf = (lines: readonly WorkedLine[], sheets: readonly DebtSheet[], choices: LetterChoices) =>
  lines
    .flatMap((line) => asksFor(asPlanned(line), sheets, { ...choices, isNamed: false }))
    .filter((ask) => ask.type === 'LUMP_SUM')

function treatmentFor(line: WorkedLine, sheets: readonly DebtSheet[]): Treatment | undefined {
  const sheet = sheets.find(({ debtId }) => debtId === line.debtId)
  return sheet && treatmentOf(line, sheet)
}

/** How what is not waived is paid, among the requests of a loan note where it is not the same for all of them. */
function treatmentAsked(line: WorkedLine, sheets: readonly DebtSheet[], locale: Locale): Ask[] {
  const treatment = treatmentFor(line, sheets)
  const tail = sheets.find(({ debtId }) => debtId === line.debtId)?.contractTail ?? ''
  return treatment === undefined ? [] : [named({ type: 'OTHER', text: treatmentAsk[treatment][locale] }, tail, locale)]
}

/** A lump sum above what is owed is asked for as the plan pays it: nobody pays the excess. */
export const asPlanned = (line: WorkedLine): WorkedLine => ({
  ...line,
  reliefs: line.reliefs.map((relief) =>
    relief.type === 'LUMP_SUM' && money(String(relief.amount ?? '0')).gt(money(line.total))
      ? { ...relief, amount: line.total }
      : relief,
  ),
})

/** Of several loan notes each request says which one it is about. */
function asksFor(line: WorkedLine, sheets: readonly DebtSheet[], choices: LetterChoices & { isNamed: boolean }): Ask[] {
  const sheet = sheets.find(({ debtId }) => debtId === line.debtId)
  if (sheet === undefined) return []
  const waivers = { buckets: amountsOf(sheet.buckets), waived: amountsOf(line.waivedBuckets) }
  const asks = asksOf(line.reliefs, waivers).map((ask) => funded(ask, choices.sourceOfFunds))
  return choices.isNamed ? asks.map((ask) => named(ask, sheet.contractTail, choices.locale)) : asks
}

/** What a line asks for, as clauses: of several loan notes each says which one it is about. */
export function askTexts(
  line: WorkedLine,
  sheets: readonly DebtSheet[],
  { locale, isNamed }: { locale: Locale; isNamed: boolean },
) {
  return asksFor(line, sheets, { number: 0, locale, sourceOfFunds: '', isNamed }).map((ask) => askText(ask, locale))
}

/** Days on which something is to pay: others are no instalments. */
function paying(plan: Plan): Plan {
  const rows = plan.rows.filter(({ payment }) => !money(payment).isZero())
  return { ...plan, rows: rows.map((row, index) => ({ ...row, n: index + 1 })) }
}

/**
 * Several loan notes are paid on several days: the letter speaks of months, so that an amount named is what a month takes. It
 * begins with the first day of the first month and ends with the last of the last; within one month the days stand alone.
 */
function byMonth({ rows, ...plan }: Plan): Plan {
  const months = [...new Set(rows.map(({ due }) => due.slice(0, 7)))]
  if (months.length === 1) return { ...plan, rows }
  const days = months.map((month) => rows.filter(({ due }) => due.startsWith(month)))
  return {
    ...plan,
    rows: days.map((month, index) => ({ ...monthOf(month, index + 1), ...(month === days.at(-1) && { due: plan.last }) })),
  }
}

function monthOf(rows: readonly PlanRow[], n: number): PlanRow {
  const total = (part: 'principal' | 'interest' | 'fees' | 'payment') => toText(sum(rows.map((row) => money(row[part]))))
  return {
    ...{ n, due: rows[0]?.due ?? '', balance: rows.at(-1)?.balance ?? '0.00' },
    ...{ principal: total('principal'), interest: total('interest'), fees: total('fees'), payment: total('payment') },
  }
}

/** A lump sum says where the money comes from. */
const funded = (ask: Ask, source: string): Ask => (ask.type === 'LUMP_SUM' && source !== '' ? { ...ask, source } : ask)

const named = (ask: Ask, tail: string, locale: Locale): Ask => ({
  type: 'OTHER',
  text: locale === 'en' ? `for the contract ending ${tail}, ${askText(ask, locale)}` : `合同尾号${tail}：${askText(ask, locale)}`,
})

export const planFacts = ({ rows, total, interest }: Plan): PlanFacts => ({
  rows: rows.map(({ n, due, ...amounts }) => ({
    n,
    due,
    principal: money(amounts.principal),
    interest: money(amounts.interest),
    fees: money(amounts.fees),
    payment: money(amounts.payment),
    balance: money(amounts.balance),
  })),
  total: money(total),
  interest: money(interest),
})
