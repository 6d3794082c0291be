'use server'

import { staffForm } from '@/app/_parts/form/staff-form'
import { addReferralBody, retireReferralBody } from '@/lib/fallback/referral.commands'

export const addReferralBodyForm = staffForm(addReferralBody)
export const retireReferralBodyForm = staffForm(retireReferralBody)
