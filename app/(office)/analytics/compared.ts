import type { Contrast, Finding } from '@/lib/analytics/findings'

const order = ['more', 'less', 'varies', 'cannot_tell', 'too_few', 'refused'] as const

/** Whether anything is said of a contrast beyond its counts. */
export const isCompared = ({ crude, withheld }: Contrast) => crude !== null || withheld

/** The findings first, then what varies, then what cannot be told; within these in the order of the catalogue. */
export const comparedOf = (findings: readonly Finding[]): Finding[] =>
  findings
    .filter(({ contrasts }) => contrasts.some(isCompared))
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
