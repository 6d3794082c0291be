import type { Plan, ReliefLine } from '@/db/schema/proposals'
import type { BalanceBucket, Treatment } from '@/db/vocabulary'
import { mergePlans } from '@/lib/agreements/merge-plans'
import { type Affordability, affordability } from '@/lib/offers/affordability'
import type { CivilDate } from '@/lib/platform/dates'
import { money, sum, toText } from '@/lib/platform/money'
import type { OfferPlan } from '@/lib/relief/plan-of'
import { quote } from '@/lib/relief/quote'
import { type QuoteText, toQuoteText } from '@/lib/relief/quote-text'
import type { QuoteWarning } from '@/lib/relief/warnings'
import { type DebtSheet, debtOf } from './debt-sheet'
import { untouched } from './other-notes'

/** What is asked for one loan note. */
export type AskedLine = { debtId: string; reliefs: ReliefLine[]; treatment: Treatment }

/** The same worked out: both schedules and what lies between. Amounts in CNY as text. */
export type WorkedLine = AskedLine & {
  before: Plan
  after: Plan
  /** The usual instalment, before and after. */
  instalmentBefore: string
  instalment: string
  total: string
  waived: string
  waivedBuckets: Record<BalanceBucket, string>
  /** Interest of an agreed pause, or of instalments paid before their day, that is still to accrue and then joins the principal. */
  joining: string
  annualPercent: { simple: string; irr: string } | null
  warnings: QuoteWarning[]
}

/**
 * A whole version worked out: its loan notes, one plan out of all of them, and whether it can be kept up beside the case's
 * other notes, which go on as agreed.
 */
export type WorkedVersion = {
  lines: WorkedLine[]
  before: Plan
  after: Plan
  instalmentBefore: string
  instalment: string
  /** Total before minus after; negative where the relief costs more in the end. */
  saving: string
  waived: string
  affordability: Affordability | null
}

/**
 * Works a version out with the quote engine, in the browser on each keystroke and on the server before anything is kept.
 * Loan notes whose terms are not known, and lines about no loan note, are left out.
 */
export function workOut(
  sheets: readonly DebtSheet[],
  asked: readonly AskedLine[],
  { surplus, from }: { surplus: string | null; from: CivilDate },
): WorkedVersion {
  const lines = asked.flatMap((line) => {
    const sheet = sheets.find(({ debtId }) => debtId === line.debtId)
    return sheet === undefined ? [] : workOutLine(sheet, line, from)
  })
  const before = mergePlans(lines.map((line) => line.before))
  const after = mergePlans(lines.map((line) => line.after))
  return {
    lines,
    before,
    after,
    instalmentBefore: totalOf(lines, 'instalmentBefore'),
    instalment: totalOf(lines, 'instalment'),
    saving: toText(money(before.total).minus(money(after.total))),
    waived: totalOf(lines, 'waived'),
    affordability: surplus === null ? null : affordability([...monthlyPlans(lines), ...asAgreed(sheets, asked, from)], surplus),
  }
}

/** What the notes cost of which nothing is asked; nothing while nothing is asked at all. */
const asAgreed = (sheets: readonly DebtSheet[], asked: readonly AskedLine[], from: CivilDate): Plan[] =>
  asked.length === 0
    ? []
    : untouched(sheets, asked).flatMap((sheet) => {
        const debt = debtOf(sheet)
        if (debt === undefined) return []
        return [sheet.agreedPlan ?? planOf(toQuoteText(quote({ debt, reliefs: [], from })).before)]
      })

/** A plan settled at once is paid out of savings or help, not out of the month. */
const monthlyPlans = (lines: readonly WorkedLine[]) => lines.filter((line) => !isSettled(line)).map(({ after }) => after)

/** Whether everything that is asked is settled by one payment, so that there is nothing a month. */
export const isOnePayment = (lines: readonly Pick<AskedLine, 'reliefs'>[]) => lines.length > 0 && lines.every(isSettled)

/** Whether what is asked for a loan note is that one payment settles it. */
export const isSettled = ({ reliefs }: Pick<AskedLine, 'reliefs'>) => reliefs.some(({ type }) => type === 'LUMP_SUM')

export const totalOf = (lines: readonly WorkedLine[], part: 'instalmentBefore' | 'instalment' | 'waived') =>
  toText(sum(lines.map((line) => money(line[part]))))

function workOutLine(sheet: DebtSheet, { debtId, reliefs, treatment }: AskedLine, from: CivilDate): WorkedLine[] {
  const debt = debtOf(sheet)
  if (debt === undefined) return []
  const worked = quote({ debt, reliefs, treatment, from })
  const text = toQuoteText(worked)
  const before = sheet.agreedPlan ?? planOf(text.before)
  const after = changesNothing(text) ? before : planOf(text.after)
  return [
    {
      ...{ debtId, reliefs, treatment, before, after },
      instalmentBefore: usualInstalment(before),
      instalment: usualInstalment(after),
      total: after.total,
      waived: toText(sum(Object.values(text.waived).map((amount) => money(amount)))),
      waivedBuckets: text.waived,
      joining: toText(joiningPrincipal(worked.after)),
      annualPercent: text.annualPercent,
      warnings: [...new Set([...warningsOf(text, { before, after }), ...maturityWarning(sheet, reliefs, from)])],
    },
  ]
}

/** What accrues until the first period begins was agreed before; a pause that is asked for comes after it. */
const joiningPrincipal = ({ accruing, start }: OfferPlan) =>
  sum(accruing.filter(({ on, joins }) => joins === 'principal' && on <= start).map(({ amount }) => amount))

/** What is agreed to the fen stays so, where solving it anew from what is left would shift one. */
const changesNothing = ({ before, after }: QuoteText) => JSON.stringify(before) === JSON.stringify(after)

/** Whether it costs more is told by the plan as it is, which under an agreement is the agreed one. */
function warningsOf({ warnings }: QuoteText, { before, after }: { before: Plan; after: Plan }): QuoteWarning[] {
  const isDearer = money(after.total).gt(money(before.total))
  const others = warnings.flatMap(({ code }) => (code === 'COSTS_MORE' ? [] : [code]))
  return isDearer ? ['COSTS_MORE', ...others] : others
}

/** An extension has to be asked for before the debt matures [民法典合同编 678]; the contract's end date tells. */
function maturityWarning({ endsOn }: DebtSheet, reliefs: readonly ReliefLine[], from: CivilDate): QuoteWarning[] {
  const isLonger = reliefs.some(({ type }) => type === 'TERM_EXTENSION' || type === 'INSTALMENT_PLAN')
  return isLonger && endsOn !== null && endsOn < from ? ['AFTER_MATURITY'] : []
}

const planOf = ({ rows, total, interest, last }: QuoteText['after']): Plan => ({ rows, total, interest, last: last ?? '' })

/** The first instalment may carry what is not waived and the last what rounding left: the second is the usual one. */
export const usualInstalment = ({ rows }: Plan): string => (rows.length > 2 ? rows[1] : rows[0])?.payment ?? '0.00'
