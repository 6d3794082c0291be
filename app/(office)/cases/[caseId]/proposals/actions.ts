'use server'

import { staffForm } from '@/app/_parts/form/staff-form'
import { staffAction } from '@/lib/core/action'
import { recordDecision } from '@/lib/decisions/record.commands'
import { acceptCounter } from '@/lib/decisions/settle.commands'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { checkProposal, presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal, withdrawProposal } from '@/lib/proposals/send.commands'
import { decisionValues } from './decision-values'
import { reasonLacking } from './over-reason'

export const saveProposalAction = staffAction(saveProposal)
export const draftProposalForm = staffForm(draftProposal, {
  to: ({ caseId, versionId }) => `/cases/${caseId}/proposals/${versionId}`,
})
export const saveProposalForm = staffForm(saveProposal)
export const saveReasonForm = staffForm(saveProposal, {
  before: async (_, data) => reasonLacking(data),
  to: ({ caseId, versionId }) => `/cases/${caseId}/proposals/${versionId}/check`,
})
export const checkProposalForm = staffForm(checkProposal)
export const presentProposalForm = staffForm(presentProposal)
export const recordApprovalForm = staffForm(recordApproval)
export const sendProposalForm = staffForm(sendProposal, {
  to: ({ caseId, versionId }) => `/cases/${caseId}/proposals/${versionId}`,
})
export const withdrawProposalForm = staffForm(withdrawProposal)
export const recordDecisionForm = staffForm(recordDecision, {
  values: decisionValues,
  to: ({ caseId, agreementId }) => `/cases/${caseId}/${agreementId === null ? 'proposals' : 'agreement'}`,
})
export const acceptCounterForm = staffForm(acceptCounter, {
  to: ({ caseId, agreementId }) => `/cases/${caseId}/${agreementId === null ? 'proposals' : 'agreement'}`,
})
