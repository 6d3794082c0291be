import { and, eq, inArray } from 'drizzle-orm'
import { cases, importRows, pastOutcomes } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { groundOf } from '@/lib/imports/ground.queries'
import { productOf } from '@/lib/imports/resolve'
import type { CivilDate } from '@/lib/platform/dates'
import type { SentHistory } from './input'
import { type HistoryFault, type PastRow, readHistoryRow } from './row'

type At = Pick<Reading, 'actor' | 'tx'>
export type Placed = { row: PastRow; creditorId: string; productId: string }
/** What a row is before anything is taken in: fit, here already, or wrong. */
export type Looked = { line: number } & ({ fit: Placed } | { known: true } | { faults: HistoryFault[] })

/**
 * Looks at rows beside what is in the office: the same row (whichever file it stood in) is known; the same case sent on the
 * same day with other facts (in the office, or further up in the file), and a case of the office itself, are for a person to look at.
 */
export async function lookedAt(at: At, sent: readonly SentHistory[], today: CivilDate): Promise<Looked[]> {
  const ground = await groundOf(at)
  const read = sent.map(({ line, values }) => ({ line, ...placed(readHistoryRow(values, today), ground) }))
  const fitting = read.flatMap((one) => ('fit' in one ? [one.fit.row] : []))
  const [known, taken, own] = [await takenIn(at, fitting), await slotsOf(at, fitting), await ownCases(at, fitting)]
  const slots = new Map([...taken].map((slot): [string, HistoryFault['fault']] => [slot, 'history_differs']))
  return read.map((one): Looked => {
    if ('faults' in one) return one
    const { row } = one.fit
    if (known.has(row.fingerprint)) return { line: one.line, known: true }
    known.add(row.fingerprint)
    if (own.has(row.caseNumber)) return refused(one.line, { field: 'caseNumber', fault: 'our_own_case' })
    const fault = slots.get(slotOf(row))
    if (fault) return refused(one.line, { field: '', fault })
    slots.set(slotOf(row), 'history_twice')
    return one
  })
}

const refused = (line: number, fault: HistoryFault): Looked => ({ line, faults: [fault] })

type Ground = Awaited<ReturnType<typeof groundOf>>

function placed(read: ReturnType<typeof readHistoryRow>, ground: Ground): { fit: Placed } | { faults: HistoryFault[] } {
  if ('faults' in read) return read
  const product = productOf(read.row, ground)
  if ('fault' in product) return { faults: [product] }
  return { fit: { row: read.row, creditorId: product.creditorId, productId: product.id } }
}

async function takenIn({ actor, tx }: At, rows: readonly PastRow[]): Promise<Set<string>> {
  const wanted = rows.map(({ fingerprint }) => fingerprint)
  const found = await tx
    .select({ fingerprint: importRows.fingerprint })
    .from(importRows)
    .where(
      and(
        ...[eq(importRows.orgId, actor.organisationId), eq(importRows.state, 'IMPORTED')],
        inArray(importRows.fingerprint, wanted),
      ),
    )
  return new Set(found.map(({ fingerprint }) => fingerprint))
}

const slotOf = ({ caseKey, sentOn }: { caseKey: string; sentOn: string }) => `${caseKey} ${sentOn}`

async function slotsOf({ actor, tx }: At, rows: readonly PastRow[]): Promise<Set<string>> {
  const keys = rows.map(({ caseKey }) => caseKey)
  const found = await tx
    .select({ caseKey: pastOutcomes.caseKey, sentOn: pastOutcomes.sentOn })
    .from(pastOutcomes)
    .where(and(eq(pastOutcomes.orgId, actor.organisationId), inArray(pastOutcomes.caseKey, keys)))
  return new Set(found.map(slotOf))
}

async function ownCases({ actor, tx }: At, rows: readonly PastRow[]): Promise<ReadonlySet<string>> {
  const numbers = rows.flatMap(({ caseNumber }) => (caseNumber === '' ? [] : [caseNumber]))
  const found = await tx
    .select({ number: cases.number })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), inArray(cases.number, numbers)))
  return new Set(found.map(({ number }) => number))
}
