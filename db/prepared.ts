import { createHash } from 'node:crypto'
import type { Tx } from './client'

type Buildable<Ready> = { toSQL(): { sql: string }; prepare(name: string): Ready }

/**
 * A statement that is built once and planned once for each connection, not for each call: for the few that are asked all
 * day long in the same words. What differs between calls is a `sql.placeholder`.
 */
export function prepared<Ready>(build: (tx: Tx) => Buildable<Ready>): (tx: Tx) => Ready {
  const known = new WeakMap<Tx, Ready>()
  return (tx) => {
    const ready = known.get(tx) ?? named(build(tx))
    known.set(tx, ready)
    return ready
  }
}

/** PostgreSQL knows it by its own words, so that no two can share a name. */
const named = <Ready>(statement: Buildable<Ready>) =>
  statement.prepare(createHash('sha256').update(statement.toSQL().sql).digest('hex').slice(0, 32))
