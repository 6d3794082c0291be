import type { Tone } from '@/app/_ui/pill'
import type { VersionOutcome } from '@/db/vocabulary'

/** The colour that repeats an outcome's word. */
export const outcomeTone: Record<VersionOutcome, Tone> = {
  PENDING: 'talk',
  ACCEPTED: 'ok',
  ACCEPTED_MODIFIED: 'ok',
  COUNTERED: 'wait',
  REJECTED: 'bad',
  NO_RESPONSE: 'neutral',
  WITHDRAWN: 'neutral',
  SUPERSEDED: 'neutral',
}
