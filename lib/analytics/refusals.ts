/**
 * What the analytics refuses whatever the data, beside the thresholds of lib/analysis/rules.ts: the names of the sentences on the method
 * page (lib/i18n, `analytics.refusals`). The figures in them are those of `smallest`.
 */
export const refusals = ['smallCells', 'separation', 'knownAfter', 'reversal', 'sameClient', 'perClient', 'sensitive'] as const
