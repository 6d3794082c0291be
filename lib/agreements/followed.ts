import type { AgreementStatus, CaseStage } from '@/db/vocabulary'

/** Whether the payments of a plan are still followed: while it runs, and paid to the end until its case is closed. */
export const isFollowed = (status: AgreementStatus, stage: CaseStage) =>
  status === 'ACTIVE' || (status === 'COMPLETED' && stage === 'MONITORING')
