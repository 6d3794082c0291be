'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { sendLetter } from '@/lib/letters/send-letter.commands'
import { writeCaseLetter } from '@/lib/letters/write-letter.commands'

export const writeLetterForm = staffForm(writeCaseLetter)
export const sendLetterForm = staffForm(sendLetter)
