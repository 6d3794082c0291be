'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { recordAuthorisation, revokeAuthorisation } from '@/lib/clients/authorisation.commands'
import { updateClient } from '@/lib/clients/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { staffAction } from '@/lib/core/action'
import { inviteClient, issueSigningCode, revokeInvitation } from '@/lib/invitations/commands'
import { showInvitation } from '@/lib/invitations/show.commands'
import { answerRight, placeHold, proposeErasure, releaseHold } from '@/lib/rights/commands'
import { eraseClient } from '@/lib/rights/erase.commands'

export const updateClientAction = staffForm(updateClient)
export const giveConsentAction = staffForm(giveConsent)
export const withdrawConsentAction = staffForm(withdrawConsent)
export const recordAuthorisationAction = staffForm(recordAuthorisation)
export const revokeAuthorisationAction = staffForm(revokeAuthorisation)
export const showInvitationAction = staffAction(showInvitation)
export const inviteClientAction = staffForm(inviteClient)
export const revokeInvitationAction = staffForm(revokeInvitation)
export const issueSigningCodeAction = staffForm(issueSigningCode)
export const answerRightAction = staffForm(answerRight)
export const proposeErasureAction = staffForm(proposeErasure)
export const eraseClientAction = staffForm(eraseClient, { to: () => '/clients/erased' })
export const placeHoldAction = staffForm(placeHold)
export const releaseHoldAction = staffForm(releaseHold)
