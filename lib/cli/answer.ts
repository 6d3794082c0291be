import type { z } from 'zod'
import { fieldErrors, fieldSentence } from '@/lib/registry/field-errors'

/** What is wrong with an input: the field, as a path, and what it should have been, as a code. */
type Fault = { path: string; code: string }
/** `faults` are for machines; `fields` say of each field, as the interface over HTTP does, how to mend it. */
type Refused = { ok: false; faults: Fault[]; fields: Record<string, string[]> }

export type Answer<T> = { ok: true; value: T } | Refused

export const misfit = (input: z.ZodType, json: unknown, error: z.ZodError): Refused => ({
  ok: false,
  faults: error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.message })),
  fields: fieldErrors(input, json, 'en'),
})

export const misfitAt = (path: string, code: string): Refused => ({
  ...{ ok: false, faults: [{ path, code }] },
  fields: { [path]: [fieldSentence(code, 'en')] },
})
