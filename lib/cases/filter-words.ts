import { hardshipTypes } from '@/db/vocabulary'

export const dueFilters = ['overdue', 'today', 'week', 'none'] as const
export type DueFilter = (typeof dueFilters)[number]
/** `NONE` finds what was never filled in. */
export const hardshipFilters = [...hardshipTypes, 'NONE'] as const
