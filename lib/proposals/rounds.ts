import type { VersionOutcome } from '@/db/vocabulary'

type Sent = { round: number; outcome: VersionOutcome }

const refused: ReadonlySet<VersionOutcome> = new Set(['REJECTED', 'NO_RESPONSE'])
const unanswered: ReadonlySet<VersionOutcome> = new Set(['WITHDRAWN', 'SUPERSEDED'])

/** The last version that went out was refused or never answered: the next one has to say what changed (FB-07). */
export const wasRefused = (lastSent: Pick<Sent, 'outcome'> | undefined) => lastSent !== undefined && refused.has(lastSent.outcome)

/** The round a new version belongs to: an answer ends a round (SS-05); what was withdrawn or set aside never had one. */
export const roundAfter = (lastSent: Sent | undefined, current: number) =>
  lastSent === undefined ? current : lastSent.round + (unanswered.has(lastSent.outcome) ? 0 : 1)
