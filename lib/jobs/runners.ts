import type { JobKind } from '@/db/vocabulary-jobs'
import { makeReport } from '@/lib/reports/prepared.report'
import type { Runner } from './runner'

/** How each kind of job is done. */
export const runners: Record<JobKind, Runner> = { REPORT: makeReport }
