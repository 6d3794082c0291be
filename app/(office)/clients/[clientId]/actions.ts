'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { recordAuthorisation, revokeAuthorisation } from '@/lib/clients/authorisation.commands'
import { updateClient } from '@/lib/clients/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { inviteClient, issueSigningCode, revokeInvitation } from '@/lib/invitations/commands'

export const updateClientAction = staffForm(updateClient)
export const giveConsentAction = staffForm(giveConsent)
export const withdrawConsentAction = staffForm(withdrawConsent)
export const recordAuthorisationAction = staffForm(recordAuthorisation)
export const revokeAuthorisationAction = staffForm(revokeAuthorisation)
export const inviteClientAction = staffForm(inviteClient)
export const revokeInvitationAction = staffForm(revokeInvitation)
export const issueSigningCodeAction = staffForm(issueSigningCode)
