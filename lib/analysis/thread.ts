import type { Worker } from 'node:worker_threads'

/** Why there is no answer: too many were waiting already, it took too long, or nobody wants it any more. */
export class Unanswered extends Error {
  constructor(readonly why: 'busy' | 'slow' | 'cancelled') {
    super(`not computed: ${why}`)
  }
}

/** How many jobs may wait besides the one under way, and how long one may take, in milliseconds. */
export type Bounds = { waiting: number; patience: number }

type Errand<Job, Answer> = {
  job: Job
  signal: AbortSignal | undefined
  fulfil: (answer: Answer) => void
  fail: (error: Error) => void
}

/**
 * One worker thread that does jobs one after the other, opened when first needed and kept. A job that takes too long or is
 * no longer wanted ends with its thread; the next one gets a new thread. An idle thread does not keep the process alive.
 */
export function thread<Job, Answer>(open: () => Worker, { waiting, patience }: Bounds) {
  const queue: Errand<Job, Answer>[] = []
  let worker: Worker | undefined
  let current: Errand<Job, Answer> | undefined
  let alarm: NodeJS.Timeout | undefined

  const settle = (how: (errand: Errand<Job, Answer>) => void) => {
    clearTimeout(alarm)
    const done = current
    current = undefined
    if (done) how(done)
    next()
  }
  const abandon = (error: Error) => {
    const lost = worker
    worker = undefined
    lost?.removeAllListeners().on('error', () => {}) // what it still says while it ends concerns nobody
    lost?.terminate().catch(() => {})
    settle(({ fail }) => fail(error))
  }
  const opened = () => {
    const made = open()
    made.on('message', (answer: Answer) => settle(({ fulfil }) => fulfil(answer)))
    made.on('error', abandon)
    return made
  }
  const next = () => {
    if (current) return
    current = queue.shift()
    if (!current) return worker?.unref()
    alarm = setTimeout(() => abandon(new Unanswered('slow')), patience)
    try {
      worker ??= opened()
      worker.ref()
      worker.postMessage(current.job)
    } catch (error) {
      settle(({ fail }) => fail(error instanceof Error ? error : new Error('not handed over', { cause: error })))
    }
  }
  const cancel = (errand: Errand<Job, Answer>) => {
    if (errand === current) return abandon(new Unanswered('cancelled'))
    const place = queue.indexOf(errand)
    if (place >= 0) queue.splice(place, 1)
    errand.fail(new Unanswered('cancelled'))
  }

  /** @throws Unanswered, or what went wrong in the thread */
  return (job: Job, signal?: AbortSignal): Promise<Answer> =>
    new Promise((fulfil, fail) => {
      if (signal?.aborted) return fail(new Unanswered('cancelled'))
      if (queue.length >= waiting) return fail(new Unanswered('busy'))
      const errand = { job, signal, fulfil, fail }
      signal?.addEventListener('abort', () => cancel(errand), { once: true })
      queue.push(errand)
      next()
    })
}
