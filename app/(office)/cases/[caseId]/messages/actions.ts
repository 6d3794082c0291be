'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { notifyClient, writeMessage } from '@/lib/messages/commands'
import { handleCircumstance } from '@/lib/portal/circumstance.commands'

export const writeMessageAction = staffForm(writeMessage)
export const handleCircumstanceAction = staffForm(handleCircumstance)
export const notifyClientAction = staffForm(notifyClient)
