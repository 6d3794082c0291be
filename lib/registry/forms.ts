import type { z } from 'zod'

/** A fault with whatever value is at fault. */
type Of<Fault> = Fault extends unknown ? Omit<Fault, 'input'> & { input?: unknown } : never
export type Issue = Of<z.core.$ZodIssue>
export type Union = Extract<Issue, { code: 'invalid_union' }>
type Form = { keys: string[] } | { issue: Issue }

/** The faults of the one form a value was meant to have, where it fits none of several; else the fault itself. */
export function asMeant(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.input === undefined) return [issue]
  const [meant, ...more] = issue.errors.filter((faults) => !faults.some((fault) => isOfAnotherForm(fault, issue.input)))
  if (meant === undefined || more.length > 0) return [issue]
  return meant.flatMap((fault) =>
    asMeant({ ...fault, path: [...issue.path, ...fault.path], input: valueAt(issue.input, fault.path) }),
  )
}

/** The forms that were possible: the fields of each, or what is wrong with a value that has none. */
export function formsOf({ errors, input }: Union): Form[] {
  const ofThisKind = errors.filter((faults) => !faults.some(isOfAnotherKind))
  return (ofThisKind.length > 0 ? ofThisKind : errors).flatMap((faults): Form[] => {
    const whole = faults.find(({ code, path }) => code !== 'unrecognized_keys' && path.length === 0)
    return whole === undefined ? [{ keys: keysOf(faults, input) }] : leavesOf(whole, input)
  })
}

const leavesOf = (issue: Issue, input: unknown): Form[] =>
  issue.code === 'invalid_union' ? formsOf({ ...issue, input }) : [{ issue: { ...issue, input } }]

/** What was given and belongs to the form, and what it asks for besides. */
function keysOf(faults: readonly Issue[], input: unknown): string[] {
  const foreign = new Set(faults.flatMap((fault) => (fault.code === 'unrecognized_keys' ? fault.keys : [])))
  const asked = faults.flatMap(({ path }) => path.slice(0, 1).map(String))
  return [...new Set([...Object.keys(Object(input)).filter((key) => !foreign.has(key)), ...asked])]
}

const isOfAnotherForm = (fault: Issue, input: unknown): boolean =>
  fault.code === 'unrecognized_keys' || valueAt(input, fault.path) === undefined || isOfAnotherKind(fault)

const isOfAnotherKind = (fault: Issue): boolean =>
  fault.path.length === 0 &&
  (fault.code === 'invalid_type' ||
    (fault.code === 'invalid_union' && fault.errors.every((faults) => faults.some(isOfAnotherKind))))

/** What stands at a place within a value; undefined where nothing does. */
export const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), input)
