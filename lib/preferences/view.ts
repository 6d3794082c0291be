import { z } from 'zod'
import type { ViewFilters } from '@/db/schema/views'
import { boardDensities, boardLayouts, caseStages } from '@/db/vocabulary'
import { caseFilters } from '@/lib/cases/filters'

const { q: _words, ...kept } = caseFilters

/** What a view filters by. Words to search for are not among them: they may be a name, and a view may be shared. */
const viewFilters = z.strictObject({ ...kept, stage: z.enum(caseStages).optional() })

/** The parts of a view that its owner chooses. */
export const viewParts = {
  name: z.string().trim().min(1, 'required').max(40),
  filters: viewFilters,
  layout: z.enum(boardLayouts),
  density: z.enum(boardDensities),
  isShared: z.boolean(),
}

/** Filters as they are kept: only those that are set. */
export const keptFilters = (filters: z.output<typeof viewFilters>): ViewFilters =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
