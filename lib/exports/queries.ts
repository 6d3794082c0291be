import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { locales } from '@/db/vocabulary'
import { listParam, visibleTo } from '@/lib/cases/scope'
import { logAccess } from '@/lib/core/access-log'
import type { Actor } from '@/lib/core/actor'
import { query } from '@/lib/core/query'
import { type ExportKind, type ExportRow, exportKinds } from './kinds'

const batchSize = 1000

/** Only these cases, by the number in their case number; all in the actor's scope where none is named. */
export const chosenSerials = z.array(z.int().positive()).min(1).max(500).optional()

type Place = { after: string; chosen: SQL }

/**
 * One batch of an export, masked, within the actor's scope, after the place where the last one ended. The first batch leaves
 * a line in the access log.
 */
export const exportTable = query({
  name: 'export.table',
  input: z.strictObject({
    kind: z.enum(exportKinds),
    locale: z.enum(locales).default('zh-CN'),
    after: z.string().max(80).default(''),
    serials: chosenSerials,
  }),
  async run({ actor, tx, now }, { kind, after, serials }) {
    if (after === '') await logAccess(tx, { actor, now }, { kind: 'export', what: `export.${kind}` })
    const { rows } = await tx.execute(statements[kind](actor, { after, chosen: chosenOf(serials) }))
    return rows as unknown as ExportRow[]
  },
})

/** Dates in the organisation's zone; money and numbers as text; codes as codes, named by the caller. */
const statements: Record<ExportKind, (actor: Actor, place: Place) => SQL> = {
  cases: (actor, { after, chosen }) => sql`
    select lpad(cases.serial::text, 10, '0') as after, cases.number, clients.masked_name as client, creditors.short_name as creditor,
      products.brand as product, cases.stage, cases.whose_move as "whoseMove", members.name as owner, cases.owed::text,
      cases.due_on::text as due, cases.hardship_type as hardship, ${day(sql`cases.opened_at`, actor)} as opened,
      ${day(sql`cases.closed_at`, actor)} as closed, cases.closing_outcome as closing
    from cases ${neighbours}
      join creditors on creditors.org_id = cases.org_id and creditors.id = cases.creditor_id
      join members on members.org_id = cases.org_id and members.user_id = cases.owner_id
    where cases.org_id = ${actor.organisationId} and ${visibleTo(actor)}${chosen} and lpad(cases.serial::text, 10, '0') > ${after}
    order by 1 limit ${batchSize}`,
  proposals: (actor, { after, chosen }) => sql`
    select ${place} as after, cases.number, clients.masked_name as client, products.brand as product, versions.number as version,
      versions.round, ${day(sql`versions.sent_at`, actor)} as sent, versions.channel, lines.instalment::text, lines.total::text,
      lines.waived::text, versions.expected_reply_by::text as expected, versions.outcome
    from proposal_versions versions join cases on cases.org_id = versions.org_id and cases.id = versions.case_id ${neighbours}
      cross join lateral (select sum(l.instalment) as instalment, sum(l.total) as total, sum(l.waived) as waived
        from proposal_lines l where l.org_id = versions.org_id and l.version_id = versions.id) lines
    where cases.org_id = ${actor.organisationId} and ${visibleTo(actor)}${chosen} and ${place} > ${after}
    order by 1 limit ${batchSize}`,
  outcomes: (actor, { after, chosen }) => sql`
    select ${place} || decisions.id as after, cases.number, clients.masked_name as client, products.brand as product,
      versions.number as version, versions.round, ${day(sql`versions.sent_at`, actor)} as sent, decisions.decided_on::text as decided,
      decisions.decided_on - ${day(sql`versions.sent_at`, actor)}::date as days, decisions.result,
      array_to_string(decisions.reasons, ' ') as reasons,
      (select string_agg(relief || ' ' || ratio, ' · ' order by relief) from jsonb_each_text(decisions.grant_ratios) as granted (relief, ratio))
        as ratios
    from decisions join proposal_versions versions on versions.org_id = decisions.org_id and versions.id = decisions.version_id
      join cases on cases.org_id = versions.org_id and cases.id = versions.case_id ${neighbours}
    where cases.org_id = ${actor.organisationId} and ${visibleTo(actor)}${chosen} and ${place} || decisions.id > ${after}
    order by 1 limit ${batchSize}`,
}

const chosenOf = (serials: readonly number[] | undefined) =>
  serials === undefined ? sql`` : sql` and cases.serial = any(${listParam(serials.map(String))}::int[])`

const neighbours = sql`
  join clients on clients.org_id = cases.org_id and clients.id = cases.client_id
  join creditor_products products on products.org_id = cases.org_id and products.id = cases.product_id`
const place = sql`lpad(cases.serial::text, 10, '0') || lpad(versions.number::text, 5, '0')`
const day = (instant: SQL, { timeZone }: Actor) => sql`(${instant} at time zone ${timeZone})::date::text`
