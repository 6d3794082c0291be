import { Worker } from 'node:worker_threads'
import type { Locale } from '@/db/vocabulary'
import type { CodedSheet } from './coded'
import type { Result } from './result'
import type { SheetRow } from './sheet'
import type { AnalysisSpec, SpecFault } from './spec'
import { thread } from './thread'

/** Rows as text, or grouped beforehand (`coded`). */
export type Job = { spec: AnalysisSpec; locale?: Locale | undefined } & ({ rows: readonly SheetRow[] } | { coded: CodedSheet })
type Answer = { result: Result } | { fault: SpecFault }

/** As many may wait as an office has people looking at once; a million different patterns of forty factors take a minute and more. */
const bounds = { waiting: 16, patience: 240_000 }

type Ask = (job: Job, signal?: AbortSignal) => Promise<Answer>
const here: typeof globalThis & { parleyAnalysis?: Ask } = globalThis

/**
 * `analyse` in a thread of its own, so that nobody else's request waits for it.
 * @throws Unanswered
 */
export const analyseApart: Ask = (job, signal) => {
  // One thread per process, also where a bundler loads this file more than once.
  here.parleyAnalysis ??= thread<Job, Answer>(opened, bounds)
  return here.parleyAnalysis(job, signal)
}

const opened = () => new Worker(new URL('./worker.ts', import.meta.url))
