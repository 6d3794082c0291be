'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { publishTemplate, rollBackTemplate, saveTemplate } from '@/lib/templates/commands'

export const saveTemplateAction = staffForm(saveTemplate)
export const publishTemplateAction = staffForm(publishTemplate)
export const rollBackTemplateAction = staffForm(rollBackTemplate)
