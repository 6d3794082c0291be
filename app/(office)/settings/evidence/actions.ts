'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { saveChecklist, updateEvidenceType } from '@/lib/evidence/checklist.commands'
import { checklistLines } from './checklist-fields'

export const saveChecklistAction = staffForm(saveChecklist, { values: checklistLines })
export const updateEvidenceTypeAction = staffForm(updateEvidenceType)
