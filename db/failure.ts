/** A statement the database refused, by its SQLSTATE. What the statement held, which may be a person's, stays behind. */
class DatabaseFailure extends Error {
  constructor({ code, table, constraint, routine, message }: Refused, thrownAt: string | undefined) {
    const where = [table, constraint].filter(Boolean).join(', ')
    super(`the database refused a statement: ${code}${where && ` (${where})`}`, {
      cause: routine === 'exec_stmt_raise' ? new Error(message) : undefined, // a fixed sentence of our own triggers
    })
    this.name = 'DatabaseFailure'
    this.code = code
    const frames = (thrownAt ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n')
  }
  readonly code: string
}

type Refused = { code: string; table?: unknown; constraint?: unknown; routine?: unknown; message: string }

/**
 * An error as it may be printed by anybody: the driver puts the statement, its parameters and the offending values into what
 * it throws. An error that is none of the database's is answered as it is.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if ('query' in error && 'params' in error) return withoutValues(error.cause ?? new Error('the database refused a statement'))
  return isRefused(error) ? new DatabaseFailure(error, error.stack) : error
}

const isRefused = (error: Error): error is Error & Refused =>
  'severity' in error && 'code' in error && typeof error.code === 'string'
