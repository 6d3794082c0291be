/**
 * How a first version counts (domain.md 2.8): approved within 60 days of being sent; refused; or neither, and then shown as
 * its own slice and never as a refusal. A version that waited longer than 60 days counts as not answered.
 */
export const approvals = ['approved', 'refused', 'pending', 'countered', 'no_response', 'withdrawn'] as const
export type Approval = (typeof approvals)[number]
export const isApproval = (text: string): text is Approval => approvals.some((approval) => approval === text)

export const approvalWindowDays = 60

/** Only what was agreed or refused is a decision; everything else stands apart. */
export const isDecided = (approval: Approval) => isDecision(approval)
export const isDecision = (text: string | null | undefined) => text === 'approved' || text === 'refused'

const dayLength = 86_400_000
const fates: Record<string, Approval> = {
  REJECTED: 'refused',
  COUNTERED: 'countered',
  NO_RESPONSE: 'no_response',
  WITHDRAWN: 'withdrawn',
  SUPERSEDED: 'withdrawn',
}

export function approvalOf(version: { outcome: string; sent_at: Date; decided_on: string | null }, now: Date): Approval {
  const { outcome, sent_at: sentAt, decided_on: decidedOn } = version
  if (outcome === 'ACCEPTED' || outcome === 'ACCEPTED_MODIFIED') return isWithin(sentAt, decidedOn) ? 'approved' : 'no_response'
  if (outcome === 'PENDING') return now.getTime() - sentAt.getTime() > approvalWindowDays * dayLength ? 'no_response' : 'pending'
  return fates[outcome] ?? 'pending'
}

const isWithin = (sentAt: Date, decidedOn: string | null) =>
  decidedOn === null || Date.parse(decidedOn) - sentAt.getTime() <= approvalWindowDays * dayLength
