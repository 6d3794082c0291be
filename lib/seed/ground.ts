import type { CivilDate } from '@/lib/platform/dates'
import type { Chance } from './chance'

export type SeededProduct = { id: string; brand: string; creditorId: string; creditor: string }
export type SeededMember = { id: string; name: string; teamId: string }

/** What every case of a seeded office stands on. */
export type Ground = {
  organisationId: string
  counsellors: readonly SeededMember[]
  products: readonly SeededProduct[]
  now: Date
  today: CivilDate
}

/** One case while its rows are made: who owns it, its own stream of chance, and the moments of its life. */
export type Life = {
  ground: Ground
  chance: Chance
  serial: number
  caseId: string
  clientId: string
  owner: SeededMember
  product: SeededProduct
  /** Days before today the case was opened. */
  age: number
}

const msPerDay = 86_400_000
export const daysAgo = ({ now }: Pick<Ground, 'now'>, days: number) => new Date(now.getTime() - days * msPerDay).toISOString()
