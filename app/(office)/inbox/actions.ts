'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { readAllNotices, readNotice, setDigest } from '@/lib/inbox/commands'

export const readNoticeAction = staffForm(readNotice)
export const readAllNoticesAction = staffForm(readAllNotices)
export const setDigestAction = staffForm(setDigest)
