import { codeOf } from './database-trouble'

/** The database ended a statement that took longer than it may (query_canceled), or we stopped waiting for its answer. */
export const tookTooLong = (error: unknown): boolean =>
  codeOf(error) === '57014' || (error instanceof Error && error.message.startsWith('Query read timeout'))
