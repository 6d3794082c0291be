import type { Locale } from '@/db/vocabulary'
import { analysis } from '@/lib/i18n/messages/analysis'
import type { Warning, WarningCode } from './result'
import type { SpecFault } from './spec'

type WarningKey = keyof typeof analysis.zh.warnings

/** A warning before it is said in a language: its sentence, the column it is about and the words that fill it. */
export type Note = { key: WarningKey; column: string | null; values?: Record<string, string> }

/** The code the outside relies on (contracts.md 5), by sentence. */
const codeOf: Record<WarningKey, WarningCode> = {
  separation_level: 'separation',
  separation_number: 'separation',
  separation_model: 'separation',
  too_few_all: 'too_few',
  too_few_levels: 'too_few',
  too_few_number: 'too_few',
  nothing_to_compare: 'too_few',
  levels_not_looked: 'too_few',
  low_epv_refused: 'low_events_per_parameter',
  model_too_wide: 'low_events_per_parameter',
  own_model_too_wide: 'low_events_per_parameter',
  low_epv_firth: 'low_events_per_parameter',
  bands_not_looked: 'low_events_per_parameter',
  leakage_timing: 'leakage',
  leakage_auc: 'leakage',
  leakage_model: 'leakage',
  leakage_model_untold: 'leakage',
  confounded: 'confounded',
  confounded_rows: 'confounded',
  confounded_bent: 'confounded',
  confounded_far: 'confounded',
  confounded_bands: 'confounded',
  confounded_levels: 'confounded',
  reversal: 'reversal',
  reversal_model: 'reversal',
  reversal_model_rows: 'reversal',
  heterogeneous: 'heterogeneous',
  not_straight: 'heterogeneous',
  not_straight_number: 'heterogeneous',
  cluster_level_few: 'cluster_level',
  cluster_level_robust: 'cluster_level',
  cluster_level_nested: 'cluster_level',
  cluster_between: 'cluster_level',
  clusters_few: 'cluster_level',
  strata_single: 'cluster_level',
  copied_rows: 'cluster_level',
  copied_rows_many: 'cluster_level',
  missing_differs: 'missing_differs',
  moved_by_gaps: 'missing_differs',
  moved_by_both: 'missing_differs',
  collinear: 'collinear',
  same_as: 'collinear',
  skewed: 'skewed',
  perfect_prediction: 'perfect_prediction',
  not_read: 'not_read',
  count_not_read: 'not_read',
  number_far: 'not_read',
  no_intercept: 'collinear',
}

/** Says notes in a language. */
export function spoken(notes: readonly Note[], locale: Locale): Warning[] {
  return notes.map(({ key, column, values = {} }) => {
    const filled = column === null ? values : { column, ...values }
    return { code: codeOf[key], column, sentence: fill(sentencesIn(locale).warnings[key], filled), values: { key, ...filled } }
  })
}

/** The same warning with other figures in it. */
export function withValues(warning: Warning, values: Readonly<Record<string, string>>, locale: Locale = 'zh-CN'): Warning {
  const [, sentence = ''] = Object.entries(sentencesIn(locale).warnings).find(([key]) => key === values['key']) ?? []
  return { ...warning, values, sentence: fill(sentence, values) }
}

/** Says what is wrong with a spec. */
export function faultSentence({ code, ...values }: SpecFault, locale: Locale): string {
  return fill(sentencesIn(locale).faults[code], values)
}

/** Fills {name} in a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

function sentencesIn(locale: Locale) {
  return locale === 'en' ? analysis.en : analysis.zh
}

/** A ratio as people read it: two decimals. */
export function ratioWord(value: number): string {
  return value.toFixed(2)
}

/** A share (0..1) in percent. */
export function percentWord(value: number): string {
  return `${(100 * value).toFixed(0)}%`
}
