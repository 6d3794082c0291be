import type { CaseStage, VersionOutcome } from '@/db/vocabulary'

type OnTheTable = { version: { sentAt: Date | null; outcome: VersionOutcome }; kase: { stage: CaseStage } }

const awaiting: ReadonlySet<CaseStage> = new Set(['SUBMITTED', 'INFO_REQUESTED', 'COUNTERED', 'CONFIRMING'])
const open: ReadonlySet<VersionOutcome> = new Set(['PENDING', 'COUNTERED', 'ACCEPTED', 'ACCEPTED_MODIFIED'])

/** A version that went out, in a case that still talks to the creditor; until the paper is signed an answer can change. */
export const isAnswerable = ({ version, kase }: OnTheTable): boolean =>
  version.sentAt !== null && open.has(version.outcome) && awaiting.has(kase.stage)
