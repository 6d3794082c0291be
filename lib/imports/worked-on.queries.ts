import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { cases, clients, debts, type importRows, legalHolds } from '@/db/schema'
import { listParam } from '@/lib/cases/scope'
import type { Reading } from '@/lib/core/query'

/** A row that was taken in, with what it made. */
export type Imported = { clientId: string; caseId: string; debtId: string } & Pick<
  typeof importRows.$inferSelect,
  'madeClient' | 'madeCase' | 'caseVersion'
>
type At = Pick<Reading, 'actor' | 'tx'>

/** Of these rows the ids of one kind, each once. */
export const idsIn = (rows: readonly Imported[], name: 'clientId' | 'caseId' | 'debtId') => [
  ...new Set(rows.map((row) => row[name])),
]

/** Ids of loan notes, and of cases and clients that these rows made, that are not as the import left them. */
export async function workedOn(at: At, rows: readonly Imported[]): Promise<ReadonlySet<string>> {
  const madeClient = rows.filter((row) => row.madeClient)
  const madeCase = rows.filter((row) => row.madeCase)
  const [ofDebts, ofCases, ofClients] = [idsIn(rows, 'debtId'), idsIn(madeCase, 'caseId'), idsIn(madeClient, 'clientId')]
  return new Set([
    ...(await namedElsewhere(at, { column: 'debt_id', ids: ofDebts, besides: ['import_rows'] })),
    ...(await namedElsewhere(at, { column: 'case_id', ids: ofCases, besides: [...comesWithCase, 'audit_events', 'notices'] })),
    ...(await namedElsewhere(at, { column: 'client_id', ids: ofClients, besides: [...comesWithCase, ...comesWithClient] })),
    ...(await held(at, idsIn(rows, 'clientId'))),
    ...(await changedDebts(at, ofDebts)),
    ...(await changedCases(at, rows, ofCases)),
    ...(await changedClients(at, ofClients)),
  ])
}

/** Rows that opening a case, adding its loan note and registering its client leave by themselves. */
const comesWithCase = ['debts', 'stage_events', 'case_search', 'import_rows'] as const
const comesWithClient = ['cases', 'consents', 'access_log'] as const

type Asked = { column: string; ids: readonly string[]; besides: readonly string[] }

/** Which of these ids other tables name in this column: whatever table is added later counts by itself. */
async function namedElsewhere({ tx }: At, { column, ids, besides }: Asked) {
  const { rows } = await tx.execute(
    sql`select id from named_elsewhere(${column}, ${listParam(ids)}::uuid[], ${listParam(besides)}::text[]) as id`,
  )
  return rows.map(({ id }) => String(id))
}

/** The condition that a column holds one of these ids: one parameter however many they are. */
export const oneOf = (column: AnyPgColumn, ids: readonly string[]) => sql`${column} = any(${listParam(ids)}::uuid[])`

/** Of whom nothing may be removed while a hold stands, also where the import only added to what was there. */
const held = async ({ actor, tx }: At, ids: readonly string[]) =>
  idsOf(
    await tx
      .select({ id: legalHolds.clientId })
      .from(legalHolds)
      .where(and(eq(legalHolds.orgId, actor.organisationId), oneOf(legalHolds.clientId, ids), isNull(legalHolds.releasedAt))),
  )

const changedDebts = async ({ actor, tx }: At, ids: readonly string[]) =>
  idsOf(
    await tx
      .select({ id: debts.id })
      .from(debts)
      .where(and(eq(debts.orgId, actor.organisationId), oneOf(debts.id, ids), gt(debts.version, 1))),
  )

/** Cases in another version than the last row of the import left them in. */
async function changedCases({ actor, tx }: At, rows: readonly Imported[], ids: readonly string[]) {
  const left = new Map<string, number>()
  for (const { caseId, caseVersion } of rows) left.set(caseId, Math.max(left.get(caseId) ?? 0, caseVersion ?? 0))
  const now = await tx
    .select({ id: cases.id, version: cases.version })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), oneOf(cases.id, ids)))
  return idsOf(now.filter(({ id, version }) => version !== left.get(id)))
}

const changedClients = async ({ actor, tx }: At, ids: readonly string[]) =>
  idsOf(
    await tx
      .select({ id: clients.id })
      .from(clients)
      .where(and(eq(clients.orgId, actor.organisationId), oneOf(clients.id, ids), or(gt(clients.version, 1), moreConsents))),
  )

/** The import recorded one consent; a second, or one withdrawn, is somebody’s work. */
const moreConsents = sql`(select count(*) <> 1 or bool_or(c.withdrawn_at is not null) from consents c
  where c.org_id = "clients"."org_id" and c.client_id = "clients"."id")`

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
