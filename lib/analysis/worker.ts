import { parentPort } from 'node:worker_threads'
import { answerTo } from './analyse'
import type { Job } from './apart'

/** The thread in which analyses run, one at a time. */
parentPort?.on('message', (job: Job) => parentPort?.postMessage(answerTo(job)))
