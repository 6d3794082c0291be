import { parentPort } from 'node:worker_threads'
import { analyse } from './analyse'
import type { Job } from './apart'

/** The thread in which analyses run, one at a time. */
parentPort?.on('message', ({ rows, spec, locale }: Job) => parentPort?.postMessage(analyse(rows, spec, locale)))
