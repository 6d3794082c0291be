import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { caseRows } from './case'
import type { Ground } from './ground'
import { insertRows } from './insert.import'
import { openSeededOffice, type Size } from './office.import'
import { tables, together } from './rows'

/** Cases written in one transaction. */
const atOnce = 500
/** Connections that write at the same time. */
const writers = 2

/**
 * Fills a synthetic office: `cases` open ones over all stages and `decided` closed ones with frozen factors, owned by
 * `counsellors`. The same seed and day give the same rows.
 */
export async function seedOffice(size: Size, now: Date) {
  const ground = await openSeededOffice(size, now)
  // One owner's cases are written by one writer only: kept counters are per owner, so the writers never wait for each other.
  const queue = ground.counsellors.map((_, n) => serialsOf(size, n))
  await Promise.all(Array.from({ length: writers }, () => writeAll(ground, size, queue)))
  await inTransaction({ organisationId: ground.organisationId }, (tx) =>
    tx.execute(sql`update organisations set last_case_number = ${size.cases + size.decided} where id = ${ground.organisationId}`),
  )
  return ground
}

function serialsOf({ cases, decided, counsellors }: Size, owner: number): number[] {
  const many = Math.ceil((cases + decided - owner) / counsellors)
  return Array.from({ length: Math.max(0, many) }, (_, n) => n * counsellors + owner + 1)
}

async function writeAll(ground: Ground, size: Size, queue: number[][]) {
  for (let serials = queue.shift(); serials !== undefined; serials = queue.shift()) {
    while (serials.length < atOnce / 2 && queue.length > writers) serials.push(...(queue.shift() ?? []))
    for (let from = 0; from < serials.length; from += atOnce) await write(ground, size, serials.slice(from, from + atOnce))
  }
}

async function write(ground: Ground, { cases, seed }: Size, serials: readonly number[]) {
  const rows = together(serials.map((serial) => caseRows(ground, seed, { serial, isDecided: serial > cases })))
  await inTransaction({ organisationId: ground.organisationId, quiet: true }, async (tx) => {
    for (const table of tables) await insertRows(tx, table, rows[table] ?? [])
  })
}
