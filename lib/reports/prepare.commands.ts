import { command } from '@/lib/core/command'
import { enqueue } from '@/lib/jobs/enqueue.commands'
import { preparedInput, preparedSteps } from './prepared.report'

/** Has a report made in the background: figures and file as they may leave the team. @throws Refusal `rule` {why: 'too_many_jobs'} */
export const prepareReport = command({
  name: 'report.prepare',
  input: preparedInput,
  async run(work, spec) {
    const jobId = await enqueue(work, { kind: 'REPORT', spec, steps: preparedSteps })
    work.audit({ type: 'report.prepared', jobId, report: spec.report, format: spec.format })
    return { jobId }
  },
})
