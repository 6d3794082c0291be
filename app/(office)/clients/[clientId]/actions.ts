'use server'
import { rowsOf } from '@/app/_parts/form/form-values'
import { staffForm } from '@/app/_parts/form/staff-form'
import { recordAuthorisation, revokeAuthorisation } from '@/lib/clients/authorisation.commands'
import { updateClient } from '@/lib/clients/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { saveStatement } from '@/lib/clients/statement.commands'

export const updateClientAction = staffForm(updateClient)
export const giveConsentAction = staffForm(giveConsent)
export const withdrawConsentAction = staffForm(withdrawConsent)
export const recordAuthorisationAction = staffForm(recordAuthorisation)
export const revokeAuthorisationAction = staffForm(revokeAuthorisation)
export const recordHardshipAction = staffForm(recordHardship)
export const saveStatementAction = staffForm(saveStatement, {
  values: ({ lines, ...rest }) => ({ ...rest, lines: rowsOf(lines).filter(hasAmount) }),
})

/** A row of the form that says nothing is no line. */
const hasAmount = (row: unknown) => typeof row === 'object' && row !== null && 'amount' in row
