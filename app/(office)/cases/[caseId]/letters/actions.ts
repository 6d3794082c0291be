'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { writeCaseLetter } from '@/lib/letters/write-letter.commands'

export const writeLetterForm = staffForm(writeCaseLetter)
