'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { saveAssessment, saveIncident } from '@/lib/protection/commands'

const recordOf = ({ id }: { id: string }) => `/settings/protection/${id}`

export const saveAssessmentAction = staffForm(saveAssessment, { to: recordOf })
export const saveIncidentAction = staffForm(saveIncident, { to: recordOf })
