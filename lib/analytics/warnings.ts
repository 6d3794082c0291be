import type { Warning } from '@/lib/analysis/result'
import type { FactorView } from './factor-view'

/** Warnings the reader may have: none that names a hidden group, counts a hidden gap or repeats the totals. */
export const tellable = (warnings: readonly Warning[], views: readonly FactorView[]): Warning[] =>
  warnings.filter(({ column, code, values }) => {
    if (values['key'] === 'too_few_all' || code === 'too_few') return false
    const view = views.find((factor) => factor.column === column)
    if (view === undefined) return true
    if (code === 'missing_differs' && view.missing !== null && 'hidden' in view.missing) return false
    return !view.levels.some((level) => 'hidden' in level && level.level === values['level'])
  })
