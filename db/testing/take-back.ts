import pg from 'pg'
import { vi } from 'vitest'

/**
 * From now on every transaction is taken back instead of kept, so that each call finds the same office, and hears that it was
 * kept. Ends with `vi.restoreAllMocks()`.
 */
export function takeEverythingBack() {
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    if (args[0] !== 'commit') return Reflect.apply(query, this, args)
    return Reflect.apply(query, this, ['rollback']).then((answer: object) => ({ ...answer, command: 'COMMIT' }))
  })
}
