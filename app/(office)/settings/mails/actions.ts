'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { retryMails, settleMails } from '@/lib/mail/undelivered.commands'

export const retryMailsAction = staffForm(retryMails)
export const settleMailsAction = staffForm(settleMails)
