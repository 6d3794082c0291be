import type { FactorValue } from '@/db/schema/proposals'
import type { CivilDate } from '@/lib/platform/dates'
import type { Approval } from './approval'

/** The first version a case sent: its frozen factors, what became of it, and what it changed. */
export type Version = {
  id: string
  case_id: string
  client_id: string
  /** Creditor and product together. */
  stratum: string
  sent_on: CivilDate
  decided_on: CivilDate | null
  values: Record<string, FactorValue>
  approval: Approval
  /** First payment asked for less the one due by contract, CNY as text; null where either is unknown. */
  change: string | null
  /** Whether the agreement kept its first six months; null where there is none or they are not over. */
  kept: boolean | null
}
