import { greatest, type Money, money, percentText, sum, toText, zero } from '@/lib/platform/money'
import { type AskedLine, isSettled, type WorkedVersion, workOut } from '@/lib/proposals/work-out'
import type { QuoteWarning } from '@/lib/relief/warnings'
import { type Affordability, affordability } from './affordability'
import type { Ground } from './ground'
import { presentValue } from './recovery'
import type { OfferKind } from './strategies'

/** An offer, and how it compares. */
export type Valued = Compared & { kind: OfferKind; lines: AskedLine[] }

/** Everything that is compared. Amounts in CNY and percentages as text. */
export type Compared = {
  /** The usual instalment, now and then. */
  instalmentBefore: string
  instalment: string
  /** The first instalment, which may carry arrears or interest alone, and the largest of all. */
  first: string
  largest: string
  /** How many instalments the longest loan note takes, and the day of the last. */
  periods: number
  last: string
  total: string
  /** Total now less total then; negative where the offer costs more. */
  saving: string
  /** What the lender gives up of what is owed today. */
  waived: string
  /** Yearly cost with compounding: of the cheapest and of the dearest loan note; null where there is no single rate. */
  annualPercent: { low: string; high: string } | null
  affordability: Affordability
  /** What the lender gets, as a share of what is owed today, and the same in today's money at the contract's rate. */
  recovers: { total: string; percent: string; presentPercent: string }
  isCapitalised: boolean
  warnings: QuoteWarning[]
  /** Dates and amounts as one text: equal where two offers come to the same. */
  schedule: string
}

export function valued(ground: Ground, kind: OfferKind, lines: AskedLine[]): Valued {
  return { kind, lines: lines.filter(({ reliefs }) => reliefs.length > 0), ...figures(ground, lines) }
}

/** The debts carried on as they are, arrears with the next instalment. */
export const asItIs = (ground: Ground) =>
  figures(
    ground,
    ground.notes.map(({ sheet }) => ({ debtId: sheet.debtId, reliefs: [], treatment: 'FIRST_INSTALMENT' })),
  )

function figures(ground: Ground, lines: readonly AskedLine[]): Compared {
  const budget = toText(ground.budget)
  const sheets = ground.notes.map(({ sheet }) => sheet)
  const worked = workOut(sheets, lines, { surplus: budget, from: ground.from })
  const { after, instalmentBefore, instalment, saving } = worked
  const warnings = [...new Set(worked.lines.flatMap((line) => line.warnings))]
  return {
    ...{ instalmentBefore, instalment, saving, warnings },
    first: toText(sum(worked.lines.map((line) => money(line.after.rows[0]?.payment ?? '0')))),
    largest: after.rows.map(({ payment }) => payment).reduce((a, b) => (money(a).gt(money(b)) ? a : b), '0.00'),
    periods: Math.max(0, ...worked.lines.map((line) => line.after.rows.length)),
    last: after.last,
    total: after.total,
    waived: toText(money(worked.waived).plus(leftUnpaid(ground, worked))),
    annualPercent: annualRange(worked),
    affordability: worked.affordability ?? affordability([], budget),
    recovers: recoveryOf(ground, worked),
    isCapitalised: warnings.includes('ARREARS_CAPITALISED'),
    schedule: after.rows.map(({ due, payment }) => `${due} ${payment}`).join('\n'),
  }
}

/** What a settlement paid at once does not reach is given up as well. */
const leftUnpaid = ({ notes }: Ground, { lines }: WorkedVersion): Money =>
  sum(
    lines
      .filter(isSettled)
      .map(({ debtId, total }) =>
        greatest(zero, (notes.find(({ sheet }) => sheet.debtId === debtId)?.owed ?? zero).minus(money(total))),
      ),
  )

function annualRange({ lines }: WorkedVersion): Compared['annualPercent'] {
  const rates = lines.flatMap(({ annualPercent }) => (annualPercent === null ? [] : [annualPercent.irr]))
  const sorted = rates.toSorted((a, b) => money(a).cmp(money(b)))
  const [low, high] = [sorted[0], sorted.at(-1)]
  // One payment within weeks has no yearly cost worth the name.
  const isComparable = rates.length === lines.length && !lines.some(isSettled)
  return low === undefined || high === undefined || !isComparable ? null : { low, high }
}

function recoveryOf({ notes, from }: Ground, { lines, after }: WorkedVersion): Compared['recovers'] {
  const owed = sum(notes.map((note) => note.owed))
  const present = notes.map(({ sheet, debt }) => {
    const line = lines.find(({ debtId }) => debtId === sheet.debtId)
    return line === undefined ? zero : presentValue(line.after, debt.dailyRate, from)
  })
  const share = (amount: Money) => (owed.gt(zero) ? percentText(amount.div(owed), 1) : '0.0')
  return { total: after.total, percent: share(money(after.total)), presentPercent: share(sum(present)) }
}
