import type { HardshipType, ProductType } from '@/db/vocabulary'
import type { Elsewhere } from '@/lib/offers/situation'
import type { CivilDate } from '@/lib/platform/dates'
import type { DebtSheet } from './debt-sheet'

/**
 * Everything recorded that a version and its letter are made of, in plain values: amounts as text. It travels to the
 * browser with the client's name masked, so that what is typed can be worked out and read there at once.
 */
export type ProposalSource = {
  today: CivilDate
  caseNo: string
  clientName: string
  organisation: { name: string; phone: string }
  counsellor: string
  creditor: { lender: string; product: string; productType: ProductType }
  sheets: DebtSheet[]
  /** The day of the latest bill; null where none is on file, or it is older than the agreement that runs. */
  billOn: CivilDate | null
  /** Paid under the agreement since that day and checked, CNY; not taken off what is owed. */
  planPaid: string
  /** The oldest instalment that is not paid, or the next one to come. */
  oldestDueOn: CivilDate | null
  /** The day from which the limitation period of what is unpaid runs: that day, or a later interruption on record. */
  limitationFrom: CivilDate | null
  hardship: { types: HardshipType[]; since: CivilDate; until: CivilDate | null; narrative: string } | null
  statement: StatementFacts | null
  /** What the household owes and pays to its other creditors. */
  elsewhere: Elsewhere
  /** The papers that may go with its letter, by their names in both languages. */
  documents: { zh: string; en: string }[]
}

/** The latest financial statement; CNY a month. */
export type StatementFacts = {
  id: string
  number: number
  asOf: CivilDate
  income: string
  fixed: string
  flexible: string
  reserve: string
  disposable: string
  incomeBefore: string | null
}
