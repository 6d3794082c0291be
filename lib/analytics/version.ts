import type { FactorValue } from '@/db/schema/proposals'
import type { CivilDate } from '@/lib/platform/dates'
import type { Approval } from './approval'

/** The first version a case sent, here or before it came here: its frozen factors, what became of it, and what it changed. */
export type Version = {
  id: string
  /** Null where it was imported: the past has no case here. */
  case_id: string | null
  client_id: string
  is_imported: boolean
  /** Creditor and product together. */
  stratum: string
  sent_on: CivilDate
  decided_on: CivilDate | null
  /** The day it was withdrawn or replaced, where it was and that is known. */
  taken_back_on: CivilDate | null
  values: Record<string, FactorValue>
  approval: Approval
  /** First payment asked for less the one due by contract, CNY as text; null where either is unknown. */
  change: string | null
  /** Whether the agreement kept its first six months; null where there is none or they are not over. */
  kept: boolean | null
}
