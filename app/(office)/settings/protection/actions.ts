'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { saveAssessment, saveIncident } from '@/lib/protection/commands'
import { tellClients } from '@/lib/protection/notice.commands'
import { linesOf } from './lines-of'

const recordOf = ({ id }: { id: string }) => `/settings/protection/${id}`

export const saveAssessmentAction = staffForm(saveAssessment, { to: recordOf })
export const saveIncidentAction = staffForm(saveIncident, { to: recordOf })
export const tellClientsAction = staffForm(tellClients, {
  values: (values) => ({ ...values, caseNumbers: linesOf(values['caseNumbers']) }),
  to: recordOf,
})
