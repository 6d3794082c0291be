import type { Issue } from '@/app/_parts/form/form-state'
import type { FormValue } from '@/app/_parts/form/form-values'

const asked = ['outcome', 'reason', 'summary'] as const

/** A closing of which nothing is filled in names its fields, as one that is half filled in does. */
export const closingLacking = ({ to, closing }: Record<string, FormValue>): Issue[] =>
  to === 'CLOSED' && closing === undefined ? asked.map((name) => ({ field: `closing.${name}`, fault: 'required' })) : []
