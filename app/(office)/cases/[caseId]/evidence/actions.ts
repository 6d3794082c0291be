'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { grantSensitive } from '@/lib/cases/commands'
import { sendBundle } from '@/lib/evidence/bundle.commands'
import { closeRequest } from '@/lib/evidence/close-request.commands'
import { addEvidenceType, requestEvidence, reviewEvidence } from '@/lib/evidence/commands'
import { recordConfirmation } from '@/lib/evidence/confirm.commands'
import { makeExpenseDetail } from '@/lib/evidence/expense.commands'
import { linkContract } from '@/lib/evidence/link.commands'
import { answerVerification, recordVerification } from '@/lib/evidence/verification.commands'

export const reviewEvidenceAction = staffForm(reviewEvidence)
export const requestEvidenceAction = staffForm(requestEvidence)
export const closeRequestAction = staffForm(closeRequest)
export const grantSensitiveAction = staffForm(grantSensitive)
export const addEvidenceTypeAction = staffForm(addEvidenceType)
export const recordConfirmationAction = staffForm(recordConfirmation)
export const makeExpenseDetailAction = staffForm(makeExpenseDetail)
export const linkContractAction = staffForm(linkContract)
export const recordVerificationAction = staffForm(recordVerification)
export const answerVerificationAction = staffForm(answerVerification)
export const sendBundleAction = staffForm(sendBundle)
