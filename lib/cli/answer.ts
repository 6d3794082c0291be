import type { z } from 'zod'

/** What is wrong with an input: the field, as a path, and what it should have been, as a code. */
export type Fault = { path: string; code: string }

export type Answer<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.message }))
