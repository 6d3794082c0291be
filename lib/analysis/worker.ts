import { parentPort } from 'node:worker_threads'
import { analyse, analyseCoded } from './analyse'
import type { Job } from './apart'

/** The thread in which analyses run, one at a time. */
parentPort?.on('message', (job: Job) => parentPort?.postMessage(answerTo(job)))

const answerTo = (job: Job) =>
  'coded' in job ? analyseCoded(job.coded, job.spec, job.locale) : analyse(job.rows, job.spec, job.locale)
