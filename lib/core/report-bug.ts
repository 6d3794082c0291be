import { codeOf } from './database-trouble'

/**
 * One line for the administrator about an error nobody expected: where it happened, under the number the user was told.
 * Never its message: the database driver puts the values of the statement into it.
 */
export function reportBug(error: unknown, reference: string) {
  process.stderr.write(`${JSON.stringify({ level: 'error', reference, ...describeError(error) })}\n`)
}

/** An error without anything that may hold a client's data: its kind, its SQLSTATE, and where it was thrown. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error, code: '', at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, code: codeOf(error), at: frames.slice(0, 12).map((frame) => frame.trim()) }
}
