import type { RefusalCode, RefusalDetails } from '@/lib/core/refusal'

/** What a form knows after it was sent: nothing, that it was done (again), or what is wrong. */
export type FormState = {
  typed: Record<string, string>
  /** How often it was done: a form closes or clears when this grows. */
  done: number
  refusal?: { code: RefusalCode; why?: string | undefined; seconds?: number | undefined }
  /** Nobody knows what became of it: the network failed, or the server did and gave a reference. */
  lost?: { reference: string | undefined }
  /** Field (dotted path) to the code of its fault. */
  faults?: Record<string, string>
}

export const untouched: FormState = { typed: {}, done: 0 }

/** A try that never came back. */
export const lost = (error: unknown): Pick<FormState, 'lost'> => ({ lost: { reference: digestOf(error) } })

/** What the framework writes on an error that crosses from server to browser: a reference its log can be searched by. */
export const digestOf = (error: unknown) =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined

type Refused = { code: RefusalCode; details: RefusalDetails }
export type Issue = { field: string; fault: string }

/** The faults of a refused form: those the input names, else those the command names. */
export function stateOf({ code, details }: Refused, issues: readonly Issue[]): Pick<FormState, 'refusal' | 'faults'> {
  const named = issues.length > 0 ? issues : fieldsOf(details['fields'])
  const why = firstText(details['why']) ?? firstText(details['missing'])
  const seconds = typeof details['seconds'] === 'number' ? details['seconds'] : undefined
  const first = named.filter(({ field }, index) => named.findIndex((issue) => issue.field === field) === index)
  return { refusal: { code, why, seconds }, faults: Object.fromEntries(first.map(({ field, fault }) => [field, fault])) }
}

/** A fault of one line among many, such as `date:3`, apart from its line. */
export function faultInLine(fault: string): { code: string; line: string | undefined } {
  const [, code = fault, line] = /^(\w+):(\d+)$/.exec(fault) ?? []
  return { code, line }
}

/** Why a rule says no, or the first fact that a move still needs: each may have a sentence of its own. */
function firstText(reason: unknown): string | undefined {
  const first: unknown = Array.isArray(reason) ? reason[0] : reason
  return typeof first === 'string' ? first : undefined
}

const fieldsOf = (fields: unknown): Issue[] =>
  typeof fields === 'object' && fields !== null
    ? Object.entries(fields).map(([field, faults]) => ({ field, fault: Array.isArray(faults) ? String(faults[0]) : 'invalid' }))
    : []
