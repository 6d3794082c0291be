import type { FormValue } from '@/app/_parts/form/form-values'
import type { ReliefLine } from '@/db/schema/proposals'

/** The terms of an answer travel as JSON in one field, and only with the answers that state terms. */
export function decisionValues({ granted, ...values }: Record<string, FormValue>): unknown {
  const states = values['result'] === 'ACCEPTED_MODIFIED' || values['result'] === 'COUNTERED'
  return { ...values, ...(states && typeof granted === 'string' ? { granted: parsed(granted) } : {}) }
}

/**
 * The terms as they travel. While one of those ticked is not complete none do, so that it is asked for: left out, it would
 * pass for one the creditor did not grant.
 */
export const termsText = (complete: readonly ReliefLine[], incomplete: readonly unknown[]): string =>
  incomplete.length > 0 ? '' : JSON.stringify(complete)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
