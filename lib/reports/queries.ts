import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { outsidePeriod, stretchesOf } from '@/lib/analytics/outside'
import { leavesTeam, smallest } from '@/lib/analytics/small-cells'
import { logAccess } from '@/lib/core/access-log'
import { hasRole } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { sha256 } from '@/lib/platform/hash'
import { tellsByDifference } from './difference.queries'
import { isLong } from './long.queries'
import { firstSent } from './parts'
import { type ReportId, reportIds, reports } from './registry'
import type { Asked } from './report'
import { isSilent, told } from './suppress'

const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)
export const reportInput = z.strictObject({
  report: z.enum(reportIds),
  from: orNull(z.iso.date()),
  to: orNull(z.iso.date()),
  creditor: orNull(z.uuid()),
  team: orNull(z.uuid()),
})

/**
 * One report as rows. Whoever may open the cases sees what lies where exactly, and of outcomes groups of five and more;
 * analysts see groups of ten and more, over whole quarters.
 */
export const report = query({
  name: 'report.get',
  input: reportInput,
  async run(reading, { report: id, ...asked }) {
    const isTeam = hasRole(reading.actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR')
    if (!isTeam) return tableOf(reading, id, { asked: await outside(reading, asked), limit: smallest.outside })
    return tableOf(reading, id, { asked, limit: reports[id].about === 'work' ? 0 : smallest.team })
  },
})

/** The same as it may leave the team, with a line in the access log. */
export const reportExport = query({
  name: 'report.export',
  input: reportInput,
  run: whatLeaves,
})

/** For whoever was found to be allowed to. */
export async function whatLeaves(reading: Reading, { report: id, ...asked }: z.output<typeof reportInput>) {
  await logAccess(reading.tx, reading, { kind: 'export', what: `report.${id}` })
  return tableOf(reading, id, { asked: await outside(reading, asked), limit: smallest.outside })
}

/** The period as it may be told outside the team, by what was sent in each quarter. */
async function outside(reading: Reading, asked: Asked): Promise<Asked> {
  if (asked.from === null && asked.to === null) return asked
  const { rows } = await reading.tx.execute(sql`
    select date_trunc('quarter', v.sent_at at time zone ${reading.actor.timeZone})::date::text as first,
      count(*)::int as sent, count(distinct v.client_id)::int as clients
    from ${firstSent(reading, { ...asked, from: null, to: null })} group by 1 order by 1`)
  return outsidePeriod(asked, stretchesOf(z.array(quarter).parse(rows), smallest.outside))
}

const quarter = z.object({ first: z.string(), sent: z.number(), clients: z.number() })

type How = { asked: Asked; limit: number }

async function tableOf(reading: Reading, id: ReportId, { asked, limit }: How) {
  const { columns: counted, read, about, hasPeriod } = reports[id]
  const period = hasPeriod ? asked : { ...asked, from: null, to: null }
  const isDifferenced = leavesTeam(limit) && (await tellsByDifference(reading, about, period))
  const rows = isDifferenced ? [] : told(await read(reading, period), counted, limit)
  const columns = counted.filter((column) => !isSilent(column))
  const { rows: teams } = await reading.tx.execute(
    sql`select id, name from teams where org_id = ${reading.actor.organisationId} order by name`,
  )
  const found = { id, about, hasPeriod, columns, rows, asked, limit, isDifferenced, hash: sha256(JSON.stringify(rows)) }
  return { ...found, teams: team.parse(teams), isLong: await isLong(reading) }
}

const team = z.array(z.object({ id: z.uuid(), name: z.string() }))
export type ReportTable = Awaited<ReturnType<typeof report>>
