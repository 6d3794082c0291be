import pg from 'pg'
import { vi } from 'vitest'

/** From now on every transaction is taken back instead of kept, so that each call finds the same office. Ends with `vi.restoreAllMocks()`. */
export function takeEverythingBack() {
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    return Reflect.apply(query, this, args[0] === 'commit' ? ['rollback', ...args.slice(1)] : args)
  })
}
