import type { ContactChannel, HardshipType, ReliefType } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import type { Money, Rate } from '@/lib/platform/money'

/** A dated amount of money, CNY. */
export type Flow = { due: CivilDate; payment: Money }

/** What is known of one loan note of the version, and what is asked for it. Amounts in CNY, rates in percent a day. */
export type DebtFacts = {
  /** The first instalment that is not paid: of the agreement where one runs, else of the contract; null where none is known. */
  dueOn: CivilDate | null
  /** The contract's, which say when the first due date was missed after the hardship began. */
  oldestUnpaidDueOn: CivilDate | null
  nextDueOn: CivilDate | null
  /** By the terms in force: of the agreement where one runs, else of the contract. */
  dailyPercent: Rate | null
  remainingPeriods: number | null
  /** The regular instalment of the contract and of the offer; null where the contract's terms are not known. */
  instalment: Money | null
  offeredInstalment: Money
  offer: readonly Flow[]
  balance: Money
  /** What is still to pay by the terms in force: those of the agreement where one runs, else the balance. */
  outstanding: Money
  /** The day of the bill the balance was read from; null where it was never tied to a bill. */
  balanceOn: CivilDate | null
  overdueEpisodes: number | null
  onTimePercent: Rate | null
  earlierRestructures: number
  /** Null where nobody said. */
  fundingMode: string | null
  holderStage: string | null
}

/** What is known of a loan note of the same client that is not part of the version. */
export type OtherDebt = { instalment: Money | null; creditStatus: string }

/**
 * Everything the factors of one version follow from, as it stood when the version was sent (T2). Days are civil dates in
 * the organisation's zone. Null means not recorded: a factor that needs it is then missing, never guessed.
 */
export type FactorFacts = {
  /** T0 and T1 of domain.md 2.7. */
  openedOn: CivilDate
  firstHardshipContactOn: CivilDate | null
  hardship: { type: HardshipType; startedOn: CivilDate; incomeBefore: Money | null; incomeVerified: boolean } | null
  statement: { income: Money; disposable: Money } | null
  debts: readonly DebtFacts[]
  otherDebts: readonly OtherDebt[]
  creditors: { count: number; balanceOfAll: Money }
  evidence: {
    /** One list of interchangeable types per required item; empty where what is verified covers too few months. */
    required: readonly (readonly string[])[]
    verified: readonly { code: string; issuer: string }[]
    creditReportOn: CivilDate | null
  }
  requests: readonly { deadline: CivilDate; fulfilledOn: CivilDate | null }[]
  /** Payments recorded since the hardship began and what had fallen due by then; null where no ledger exists. */
  sinceHardship: { paid: Money; due: Money } | null
  reliefs: readonly ReliefType[]
  sourceOfFunds: string
  channel: ContactChannel | null
  speaker: string | null
  creditorId: string
  productId: string
  ratedWillingness: number | null
}
