import type { CaseFilters } from './filters'

/** The four blocks of the day (ux.md 4.4) in order. Each is the filter of the list it leads to, so that counts agree. */
export const todayBlocks = ['overdue', 'today', 'creditorLate', 'evidence'] as const
export type TodayBlock = (typeof todayBlocks)[number]

export const blockFilters: Record<TodayBlock, CaseFilters> = {
  overdue: { due: 'overdue', whose: ['us', 'client'] },
  today: { due: 'today' },
  creditorLate: { due: 'overdue', whose: ['creditor'] },
  evidence: { evidence: 'review' },
}
