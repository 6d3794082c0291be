import type { CaseStage, VersionOutcome } from '@/db/vocabulary'
import type { GuardName } from '@/lib/cases/guards'

type Version = { id: string; sentAt: string | null; outcome: VersionOutcome }
type Table = { stage: CaseStage; proposals: readonly Version[] }

/** What a draft supplies, and where on its pages. */
export const onDraft: Partial<Record<GuardName, string>> = {
  version: '#plan',
  limitation: '#limitation',
  supervisorCheck: '/check#supervisor',
  clientApproval: '/check#approval',
  truth: '/check#truth',
  sent: '/check#send',
  snapshot: '/check#send',
}

/** What a version that went out supplies. */
export const onSent: Partial<Record<GuardName, string>> = {
  withdrawn: '#withdraw',
  counterTerms: '/decision#answer',
  decision: '/decision#answer',
  outcomeBorneOut: '/decision#answer',
}

/** Where there is no draft yet, it starts with one. */
export const start = '#new-version'
/** A counter-offer is accepted where it is told. */
export const accept = '/decision#answers'

/**
 * Where a fact of a version is supplied, below the list of versions (newest first); undefined where no version supplies it.
 * What the creditor says to a version needs one that went out.
 */
export function versionPlace(guard: string, { stage, proposals }: Table): string | undefined {
  const draft = proposals.find(({ sentAt, outcome }) => sentAt === null && outcome === 'PENDING')
  const sent = proposals.find(({ sentAt }) => sentAt !== null)
  const there = placeIn(onSent, guard)
  if (there !== undefined && sent !== undefined) return `/${sent.id}${mayAccept(guard, stage, sent) ? accept : there}`
  const here = there === undefined ? placeIn(onDraft, guard) : onDraft.sent
  if (here === undefined) return undefined
  return draft === undefined ? start : `/${draft.id}${here}`
}

const placeIn = (places: Partial<Record<GuardName, string>>, guard: string) =>
  Object.entries(places).find(([name]) => name === guard)?.[1]

const mayAccept = (guard: string, stage: CaseStage, { outcome }: Version) =>
  guard === 'decision' && stage === 'COUNTERED' && outcome === 'COUNTERED'
