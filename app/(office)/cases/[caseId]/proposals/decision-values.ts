import type { FormValue } from '@/app/_parts/form/form-values'

/** The terms of an answer travel as JSON in one field, and only with the answers that state terms. */
export function decisionValues({ granted, ...values }: Record<string, FormValue>): unknown {
  const states = values['result'] === 'ACCEPTED_MODIFIED' || values['result'] === 'COUNTERED'
  return { ...values, ...(states && typeof granted === 'string' ? { granted: parsed(granted) } : {}) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
