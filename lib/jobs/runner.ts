import type { Locale } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'

/** The file a job made, and its language. */
export type Made = { name: string; type: string; bytes: Uint8Array; locale: Locale }

/** What a runner works with: who asked, as they are now, and a way to say that a step is done. */
export type Running = {
  spec: unknown
  actor: Actor
  now: Date
  /** One more step is done. @throws JobOver once it was cancelled or given to another */
  advance: () => Promise<void>
}

/** How one kind of job is done. @throws Refusal `forbidden` where who asked may no longer */
export type Runner = (running: Running) => Promise<Made>

/** Nobody wants the result any more. */
export class JobOver extends Error {
  override readonly name = 'JobOver'
}
