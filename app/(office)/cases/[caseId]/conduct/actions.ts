'use server'

import { staffForm } from '@/app/_parts/form/staff-form'
import { logConduct } from '@/lib/conduct/commands'

export const logConductForm = staffForm(logConduct)
