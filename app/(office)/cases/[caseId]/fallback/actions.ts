'use server'

import { staffForm } from '@/app/_parts/form/staff-form'
import { planFallback, updateFallback } from '@/lib/fallback/commands'

export const planFallbackForm = staffForm(planFallback)
export const updateFallbackForm = staffForm(updateFallback)
