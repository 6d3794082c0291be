'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { setLikelihood } from '@/lib/likelihood/commands'

export const setLikelihoodAction = staffForm(setLikelihood)
