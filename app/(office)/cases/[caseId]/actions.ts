'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { assignCase, holdCase, moveCase, setNextAction, triageCase } from '@/lib/cases/commands'
import { undoMove } from '@/lib/cases/undo.commands'
import { closingLacking } from './closing-lacking'

export const moveAction = staffForm(moveCase, { also: closingLacking })
export const undoMoveAction = staffForm(undoMove)
export const setNextActionAction = staffForm(setNextAction)
export const holdAction = staffForm(holdCase)
export const triageAction = staffForm(triageCase)
export const assignAction = staffForm(assignCase)
