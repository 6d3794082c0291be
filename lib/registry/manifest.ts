import { inputSchema } from './from-query-string'
import { operations } from './operations'

/** Everything that can be reached from outside, as plain values: what `parley manifest` prints. */
export const manifest = () =>
  operations.map(({ name, kind, method, path, roles, object, input }) => ({
    name,
    kind,
    method,
    path: `/api/v1/${path}`,
    roles,
    object,
    idempotent: kind === 'query' || 'with Idempotency-Key',
    input: inputSchema(input),
  }))
