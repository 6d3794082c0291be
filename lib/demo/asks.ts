import type { ReliefLine } from '@/db/schema/proposals'
import type { ReliefType } from '@/db/vocabulary'
import { money, one, round, sum, toText } from '@/lib/platform/money'
import type { Chance } from '@/lib/seed/chance'
import type { Calendar } from './calendar'
import type { Loan } from './course'
import { instalmentOf } from './loans'

export type AskKind = keyof typeof kinds
type About = { loan: Loan; sent: number; calendar: Calendar }
type Kind = { gives: 0 | 1 | 2; lines(about: About): ReliefLine[] }

/** What counsellors usually ask for, and how much the lender gives up by it: 0 nothing, 1 a little, 2 much. */
const kinds = {
  extension: { gives: 0, lines: ({ loan }) => [longer(loan)] },
  lower: { gives: 0, lines: ({ loan }) => [lower(loan)] },
  plan: { gives: 0, lines: ({ loan, sent, calendar }) => [plan(loan, calendar.on(sent + 20))] },
  interestOnly: { gives: 0, lines: () => [{ type: 'INTEREST_ONLY', periods: 2 }] },
  pause: { gives: 1, lines: () => [{ type: 'PAYMENT_PAUSE', periods: 2, interest: 'accrues' }] },
  dueDay: { gives: 0, lines: () => [{ type: 'DATE_CHANGE', dueDay: 15 }] },
  cheaper: { gives: 1, lines: ({ loan }) => [longer(loan), { type: 'RATE_CUT', toDailyPercent: '0.02' }] },
  interest: { gives: 1, lines: () => [{ type: 'WAIVE_INTEREST', percent: '100' }] },
  principal: { gives: 2, lines: ({ loan }) => [longer(loan), { type: 'WAIVE_PRINCIPAL', percent: '20' }] },
  lump: { gives: 2, lines: ({ loan, sent, calendar }) => [lump(loan, calendar.on(sent + 25))] },
  other: { gives: 0, lines: ({ loan }) => [longer(loan), { type: 'OTHER', text: '请将自动扣款改为本人主动还款' }] },
  penalties: {
    gives: 1,
    lines: (about) => [longer(about.loan), ...penalties(about)],
  },
} satisfies Record<string, Kind>

/** Not the same handful each time, or the office could never tell which of them goes with approval; never a waiver of nothing alone. */
function penalties({ loan, sent }: About): ReliefLine[] {
  const drawn = onOverdue.filter(
    ({ type }, index) => sent % (index + 2) !== 0 && (type !== 'WAIVE_FEES' || money(loan.fees ?? '0').gt('0')),
  )
  return drawn.some(({ type }) => type !== 'STOP_COLLECTION') ? drawn : [overdueInterest, ...drawn]
}

const overdueInterest: ReliefLine = { type: 'WAIVE_OVERDUE_INTEREST', percent: '100' }
const onOverdue: readonly ReliefLine[] = [
  overdueInterest,
  { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' },
  { type: 'WAIVE_PENALTY_INTEREST', percent: '100' },
  { type: 'WAIVE_FEES', percent: '100' },
  { type: 'STOP_COLLECTION' },
]

const common = {
  extension: 30,
  lower: 10,
  plan: 8,
  interestOnly: 4,
  pause: 5,
  dueDay: 5,
  cheaper: 6,
  principal: 4,
  lump: 8,
  other: 3,
}

/** Penalties can be waived only where there are some; accrued interest where nothing is overdue. */
export const drawAsk = (chance: Chance, isOverdue: boolean): AskKind =>
  isOverdue
    ? chance.weighted<AskKind>({ ...common, interest: 0, penalties: 45 })
    : chance.weighted<AskKind>({ ...common, interest: 14, penalties: 0 })

export const asksFor = (kind: AskKind, about: About): ReliefLine[] => kinds[kind].lines(about)
export const givesUp = (kind: AskKind) => kinds[kind].gives

const longer = ({ remainingPeriods }: Loan): ReliefLine => ({ type: 'TERM_EXTENSION', toPeriods: remainingPeriods * 2 })

const lower = (loan: Loan): ReliefLine => ({
  type: 'LOWER_INSTALMENT',
  amount: `${Math.round(instalmentOf(loan) * 0.006) * 100}.00`,
})

const plan = ({ remainingPeriods }: Loan, firstDue: string): ReliefLine => ({
  type: 'INSTALMENT_PLAN',
  periods: remainingPeriods * 2,
  firstDue,
})

function lump(loan: Loan, on: string): ReliefLine {
  const owed = sum([loan.principal, loan.overduePrincipal ?? '0', loan.interest ?? '0'].map((part) => money(part)))
  return { type: 'LUMP_SUM', amount: toText(round(owed.times('0.8'), 'half_up', one)), on }
}

/** What a lender gives where it does not give all; undefined where there is no half of it. */
export function inPart(asked: readonly ReliefLine[], loan: Loan): ReliefLine[] | undefined {
  const granted = asked.flatMap((line) => halves[line.type]?.(line, loan) ?? [])
  return granted.length > 0 ? granted : undefined
}

const half = ({ type }: ReliefLine): ReliefLine => ({ type, percent: '50' })

const halves: Partial<Record<ReliefType, (line: ReliefLine, loan: Loan) => ReliefLine>> = {
  TERM_EXTENSION: (line, { remainingPeriods }) => ({ ...line, toPeriods: remainingPeriods + Math.ceil(remainingPeriods / 2) }),
  RATE_CUT: (line) => ({ ...line, toDailyPercent: '0.03' }),
  WAIVE_INTEREST: half,
  WAIVE_PENALTY_PRINCIPAL: half,
  WAIVE_PENALTY_INTEREST: half,
}
