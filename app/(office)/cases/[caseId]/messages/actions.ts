'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { writeMessage } from '@/lib/messages/commands'

export const writeMessageAction = staffForm(writeMessage)
