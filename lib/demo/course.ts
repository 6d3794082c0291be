import type { ReliefLine } from '@/db/schema/proposals'
import type {
  ClosingOutcome,
  ContactChannel,
  ContactedPerson,
  DecisionResult,
  FallbackReason,
  HardshipType,
  NextActionCode,
  RefusalReason,
  RepaymentMethod,
  Treatment,
} from '@/db/vocabulary'

/** All days are counted from the day the demo is loaded; amounts are CNY as text. */
type Day = number

/** How one case went, as plain facts: the walk turns it into commands. What is left out has not happened yet. */
export type Course = {
  owner: 'supervisor' | 'counsellor' | 'counsellor2'
  client: Person
  brand: string
  opened: Day
  goal?: string
  hardship: Hardship
  household: Household
  /** Day on which the loan note was written down, where that was before the assessment. */
  noted?: Day
  /** Day of the first assessment: loan note, triage, first word to the creditor. */
  assessed?: Day
  loan: Loan
  firstContact?: Contact
  /** Documents asked for and handed in while evidence is collected. */
  requests?: Request[]
  papers?: Paper[]
  /** Day on which statement and authority are there and drafting begins. */
  ready?: Day
  rounds?: Round[]
  plan?: KeptPlan
  held?: { on: Day; until: Day; reason: string }
  next?: { on: Day; action: NextActionCode; text: string; due: Day }
  contacts?: Contact[]
  tasks?: { on: Day; title: string; due: Day }[]
  /** Sent to the fallback by hand, without a proposal. */
  fellBack?: { on: Day; why: FallbackReason; reason: string }
  closed?: { on: Day; outcome: ClosingOutcome; reason: string; summary: string }
  /** Ways on that were thought of after a refusal, and what the client told of collectors. */
  waysOn?: WayOn[]
  collected?: Collected[]
}

/** `by` is the day a step of the budget is to be done. */
export type WayOn = {
  on: Day
  by?: Day
  plan:
    | { kind: 'BUDGET'; title: string; amount: string }
    | { kind: 'SAVINGS_GOAL'; title: string; amount: string; saved: string; monthly: string }
    | { kind: 'FAMILY_HELP'; title: string; amount: string; isLoan: boolean; isWritten: boolean }
}

export type Collected = {
  on: Day
  time: string
  channel: ContactChannel
  party: string
  person: ContactedPerson
  isAnswered: boolean
  description: string
}

/** `known` is filled in when the person is registered, so that a second case finds the same client. */
export type Person = {
  name: string
  preferredName?: string
  phone: string
  idNumber: string
  employment: string
  dependants?: number
  safePhrase?: string
  email?: string
  known: { id?: string; isFiled?: boolean }
}

export type Hardship = {
  type: HardshipType
  began: Day
  endsOn?: Day
  narrative: string
  incomeBefore?: string
  verified?: boolean
}
export type Household = { income: string; fixed: string; flexible: string; reserve: string }

export type Loan = {
  principal: string
  overduePrincipal?: string
  interest?: string
  overdueInterest?: string
  penaltyPrincipal?: string
  penaltyInterest?: string
  fees?: string
  originalAmount: string
  dailyPercent: string
  method?: RepaymentMethod
  remainingPeriods: number
  totalPeriods: number
  nextDue: Day
  overdueSince?: Day
  contractNumber: string
  episodes?: number
  onTimePercent?: string
  earlierRestructures?: number
  holderStage?: 'IN_HOUSE' | 'OUTSOURCED' | 'ASSIGNED' | 'LITIGATION'
  disputed?: boolean
  billSeen?: boolean
}

export type Contact = {
  on: Day
  channel: ContactChannel
  purpose: 'HARDSHIP_NOTICE' | 'PROPOSAL' | 'FOLLOW_UP' | 'INFO' | 'COLLECTION' | 'CLIENT' | 'OTHER'
  summary: string
  with?: 'CREDITOR' | 'CLIENT' | 'COLLECTOR'
  incoming?: boolean
  promisedWorkingDays?: number
}

export type Request = { on: Day; code: string; from: 'CREDITOR' | 'COUNSELLOR'; deadline: Day; note?: string }

export type Paper = {
  on: Day
  code: string
  fate: 'RECEIVED' | 'VERIFIED' | 'REJECTED' | 'EXPIRED'
  issuer?: 'CLIENT' | 'EMPLOYER' | 'HOSPITAL' | 'GOVERNMENT' | 'BANK' | 'CREDITOR'
  months?: number
  isPicture?: boolean
}

/** One version and what became of it. */
export type Round = {
  drafted: Day
  asks: ReliefLine[]
  treatment?: Treatment
  whatChanged?: string
  willingness?: number
  /** Kept as a draft beside the one that goes on. */
  setAside?: boolean
  presented?: Day
  approved?: Day
  sent?: { on: Day; channel: ContactChannel; replyBy: Day }
  /** The creditor asks for more before it answers; `given` is the day it was handed on. */
  asked?: { on: Day; codes: string[]; deadline: Day; given?: Day }
  answer?: Answer
  withdrawn?: Day
}

export type Answer = {
  on: Day
  result: DecisionResult
  granted?: ReliefLine[]
  reasons?: RefusalReason[]
  note?: string
  /** Day on which a counter-offer was accepted. */
  counterAccepted?: Day
}

export type KeptPlan = {
  confirmed?: Day
  signed?: Day
  /** A supervisor lets it start without the paper. */
  overridden?: Day
  /** Instalments paid on their due dates, as many as have fallen due. */
  paidAsDue?: number
  /** Everything that is left, in one amount. */
  restPaid?: Day
  /** Reported by the client and not yet checked. */
  reported?: { on: Day; amount: string }
  broken?: { on: Day; cause: 'RULE' | 'CREDITOR_NOTICE'; reason: string }
}
