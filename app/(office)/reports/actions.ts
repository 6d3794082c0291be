'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { cancelJob, retryJob } from '@/lib/jobs/commands'
import { prepareReport } from '@/lib/reports/prepare.commands'

export const prepareReportAction = staffForm(prepareReport, { to: () => '/reports/prepared' })
export const cancelJobAction = staffForm(cancelJob)
export const retryJobAction = staffForm(retryJob)
