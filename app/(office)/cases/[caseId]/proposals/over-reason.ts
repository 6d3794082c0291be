import type { Issue } from '@/app/_parts/form/form-state'

const field = 'overAffordableReason'

/** Going on with an offer the household cannot bear takes words: blank, the same page would come back and say nothing. */
export const reasonLacking = (data: FormData): Issue[] => {
  const reason = data.get(`${field}:blank`)
  return typeof reason === 'string' && reason.trim() !== '' ? [] : [{ field, fault: 'required' }]
}
