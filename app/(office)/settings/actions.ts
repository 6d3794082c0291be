'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { addEvidenceType } from '@/lib/evidence/commands'
import { createUser } from '@/lib/organisation/commands'
import { updateOrganisation } from '@/lib/organisation/update.commands'
import { checklistOf, clientIdOf } from './form-fields'

export const createUserAction = staffForm(createUser, { values: clientIdOf })
export const addEvidenceTypeAction = staffForm(addEvidenceType, { values: checklistOf })
export const updateOrganisationAction = staffForm(updateOrganisation)
