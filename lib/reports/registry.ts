import { ageing } from './ageing.report'
import { answerTime } from './answer-time.report'
import { caseload } from './caseload.report'
import { creditors } from './creditors.report'
import { deadlines } from './deadlines.report'
import { evidence } from './evidence.report'
import { flow } from './flow.report'
import { funder } from './funder.report'
import { kept } from './kept.report'
import { outcomes } from './outcomes.report'
import { quality } from './quality.report'
import { reliefs } from './reliefs.report'
import type { Report } from './report'
import { trend } from './trend.report'
import { workload } from './workload.report'

/** Every report, in the order they are listed. A new one is a file, a line here and its words. */
export const reportIds = [
  'caseload',
  'ageing',
  'flow',
  'deadlines',
  'workload',
  'quality',
  'evidence',
  'by-month',
  'answer-time',
  'creditors',
  'reliefs',
  'kept',
  'trend',
  'funder',
] as const
export type ReportId = (typeof reportIds)[number]

export const reports: Record<ReportId, Report> = {
  caseload,
  ageing,
  flow,
  deadlines,
  workload,
  quality,
  evidence,
  'by-month': outcomes,
  'answer-time': answerTime,
  creditors,
  reliefs,
  kept,
  trend,
  funder,
}
