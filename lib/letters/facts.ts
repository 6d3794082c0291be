import type { BalanceBucket, ContactChannel, HardshipType, ProductType, ReliefType, Treatment } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import type { Money } from '@/lib/platform/money'
import type { CitationId } from './citations'

/**
 * Everything a letter may say: recorded facts of one case, and nothing that is not recorded. A group that is missing leaves
 * its variables empty, and a letter with an empty variable is not sent.
 */
export type LetterFacts = {
  readonly today: CivilDate
  readonly caseNo: string
  readonly client: { readonly name: string; readonly idNumber?: string; readonly phone?: string }
  readonly organisation: { readonly name: string; readonly contact?: string; readonly fee?: Money }
  readonly counsellor?: string
  readonly creditor: CreditorFacts
  readonly debt: DebtFacts
  readonly hardship?: HardshipFacts
  readonly finances?: FinanceFacts
  readonly proposal?: ProposalFacts
  /** Names of the documents that go with the letter, in the order they are enclosed. */
  readonly attachments: readonly string[]
  readonly request?: { readonly on: CivilDate; readonly items: readonly string[]; readonly deadline?: CivilDate }
  /** What of it is not enclosed because it is not here or not in order yet. */
  readonly toCome?: readonly string[]
  readonly counter?: CounterFacts
  /** The proposal that went out and is not answered yet. */
  readonly submission?: {
    readonly version: number
    readonly on: CivilDate
    readonly channel: ContactChannel
    readonly replyBy?: CivilDate
  }
  readonly decision?: {
    readonly on: CivilDate
    readonly channel: ContactChannel
    readonly agent?: string
    readonly terms: readonly string[]
  }
  readonly authority?: { readonly matters: readonly string[]; readonly from: CivilDate; readonly until: CivilDate }
  readonly dispute?: DisputeFacts
  readonly conduct?: ConductFacts
  /** Papers the client is still asked for, by the first day named. */
  readonly wanted?: { readonly items: readonly string[]; readonly deadline?: CivilDate }
  /** The next instalment of the plan that runs that is not paid in full; what is left of it in CNY. */
  readonly instalment?: { readonly n: number; readonly due: CivilDate; readonly amount: Money }
  readonly advice?: { readonly on: CivilDate; readonly points: readonly string[]; readonly choices: readonly string[] }
}

/** Who is written to. `recipient` is the desk that answers (某某公司客服中心), `lender` the company of the contract. */
type CreditorFacts = {
  readonly recipient: string
  readonly lender: string
  readonly product: string
  readonly productType: ProductType
}

/** What is owed to this creditor, all notes together, as of the latest balance snapshot. Amounts in CNY, days whole. */
export type DebtFacts = {
  readonly contractNumbers: readonly string[]
  readonly balanceOn: CivilDate
  readonly buckets: Readonly<Partial<Record<BalanceBucket, Money>>>
  /** Paid since that day under the agreement, as far as it is checked; not taken off the buckets. */
  readonly planPaid?: Money
  readonly daysPastDue?: number
  readonly nextDue?: CivilDate
  readonly instalment?: Money
  readonly remainingPeriods?: number
  /** The day the last instalment is due; an extension has to be asked for before it (民法典 678). */
  readonly maturity?: CivilDate
}

type HardshipFacts = {
  readonly types: readonly HardshipType[]
  readonly since: CivilDate
  readonly until?: CivilDate
  /** The statement of circumstances in the client's own words, as the client approved it. */
  readonly statement?: string
  readonly paidSince?: Money
}

/** The latest financial statement, monthly amounts in CNY; `essentials` are fixed and flexible outgoings together. */
export type FinanceFacts = {
  readonly asOf: CivilDate
  readonly income: Money
  readonly essentials: Money
  readonly reserve: Money
  readonly disposable: Money
  /** What of it goes to other creditors as agreed. */
  readonly paidElsewhere?: Money
  readonly incomeBefore?: Money
}

export type WaiverType = Extract<ReliefType, `WAIVE_${string}`>

/** What each relief asks for, with percentages resolved to amounts in CNY. */
type AskParameters = {
  readonly TERM_EXTENSION: { readonly toPeriods: number }
  readonly INSTALMENT_PLAN: { readonly periods: number; readonly firstDue: CivilDate }
  readonly LOWER_INSTALMENT: { readonly amount: Money }
  readonly INTEREST_ONLY: { readonly periods: number }
  readonly PAYMENT_PAUSE: { readonly periods: number; readonly interest: 'accrues' | 'waived' }
  readonly DATE_CHANGE: { readonly dueDay: number }
  readonly RATE_CUT: { readonly toDailyPercent: string }
  readonly LUMP_SUM: { readonly amount: Money; readonly on: CivilDate; readonly source?: string }
  readonly STOP_COLLECTION: object
  readonly OTHER: { readonly text: string }
} & { readonly [Waiver in WaiverType]: { readonly amount: Money; readonly isAll: boolean } }

/** One thing that is asked for; `Ask<'LUMP_SUM'>` is that relief alone. */
export type Ask<Type extends ReliefType = ReliefType> = {
  [Relief in Type]: { readonly type: Relief } & AskParameters[Relief]
}[Type]

export type ProposalFacts = {
  readonly version: number
  readonly asks: readonly Ask[]
  /** The reliefs behind them, also where several loan notes are asked about in words. */
  readonly reliefs?: readonly ReliefType[]
  /** Those of them that settle a loan note by one payment, where others are asked about as well. */
  readonly settlements?: readonly Ask<'LUMP_SUM'>[]
  /** How what has accrued and is not waived is paid, where there is any. */
  readonly treatment?: Treatment
  /** Interest of an agreed pause, or of instalments paid before their day, that is added to the principal on the way; CNY. */
  readonly joining?: Money
  readonly plan: PlanFacts
  readonly replyBy?: CivilDate
  /** What is left of the disposable income in the dearest month, the creditor’s other loan notes paid as well; CNY. */
  readonly left?: Money
  /** Whether the letter explains why the lender recovers more under this plan. */
  readonly showsRecovery: boolean
}

/** The computed schedule of a proposal; rows in order of due date, `total` and `interest` their sums. */
export type PlanFacts = {
  readonly rows: readonly PlanRow[]
  readonly total: Money
  readonly interest: Money
}

export type PlanRow = {
  readonly n: number
  readonly due: CivilDate
  readonly principal: Money
  readonly interest: Money
  readonly fees: Money
  readonly payment: Money
  readonly balance: Money
}

type CounterFacts = {
  readonly on: CivilDate
  /** The version it answers, which is not the one asked for now. */
  readonly version: number
  readonly terms: readonly string[]
  readonly isAccepted: boolean
  /** What the client asks instead, where the counter-offer is not accepted as it is. */
  readonly answer: readonly string[]
}

type DisputeFacts = {
  readonly reportOn: CivilDate
  readonly reportNo?: string
  readonly items: readonly string[]
  readonly correction: string
}

/** One documented contact by a collector. A complaint is about exactly one. */
type ConductFacts = {
  /** Day and time in the organisation's zone: '2026-11-18 22:40'. */
  readonly at: string
  readonly channel: ContactChannel
  readonly party: string
  readonly description: string
  readonly rule: CitationId
  /** What of that rule was not kept, in the words of the letter. */
  readonly broken: readonly string[]
}
