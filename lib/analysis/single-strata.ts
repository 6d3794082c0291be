import { clusterCount, decidedIn } from './strata'
import type { Study } from './study'
import type { Note } from './warnings'

/**
 * The notes as they hold where nearly every row is a stratum of its own: a difference is then not lost between strata that differ,
 * but because hardly one of them holds two rows to compare. That is said once, of all factors.
 */
export function withSingleStrata(study: Study, notes: readonly Note[]): readonly Note[] {
  const { strata } = study
  if (strata === null) return notes
  const [decided, count] = [decidedIn(study), clusterCount(study, strata)]
  const others = notes.filter(({ key, values }) => key !== 'cluster_between' || values?.['cluster'] !== strata.column)
  if (decided >= 2 * count || others.length === notes.length) return notes
  const values = { by: strata.column, strata: String(count), decided: String(decided) }
  return [{ key: 'strata_single', column: null, values }, ...others]
}
