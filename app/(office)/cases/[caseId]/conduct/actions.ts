'use server'

import { staffForm } from '@/app/_parts/form/staff-form'
import { logConduct } from '@/lib/conduct/commands'
import { complain } from '@/lib/conduct/complain.commands'

export const logConductForm = staffForm(logConduct)
export const complainForm = staffForm(complain, { to: ({ caseId }) => `/cases/${caseId}/letters` })
