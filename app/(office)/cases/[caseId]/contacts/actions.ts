'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { logContact } from '@/lib/contacts/commands'
import { addTask, completeTask } from '@/lib/contacts/task.commands'

export const logContactAction = staffForm(logContact)
export const addTaskAction = staffForm(addTask)
export const completeTaskAction = staffForm(completeTask)
