import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { backwards, filterDay, isBackwards } from '@/lib/analytics/filter'
import { toldPeriod, unitFor } from '@/lib/analytics/periods'
import { exactly, type Rounding, roundingFor } from '@/lib/analytics/rounding'
import type { Who } from '@/lib/analytics/slices.queries'
import { smallest } from '@/lib/analytics/small-cells'
import { logAccess } from '@/lib/core/access-log'
import { hasRole } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { sha256 } from '@/lib/platform/hash'
import { tellsByDifference } from './difference.queries'
import { isLong } from './long.queries'
import { firstSent, ofOffice } from './parts'
import { type ReportId, reportIds, reports } from './registry'
import { type Asked, type Counting, isPart } from './report'
import { roundedRows } from './rounded'
import { isSilent, told } from './suppress'

const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)
export const reportInput = z
  .strictObject({
    report: z.enum(reportIds),
    from: orNull(filterDay),
    to: orNull(filterDay),
    creditor: orNull(z.uuid()),
    team: orNull(z.uuid()),
  })
  .refine((asked) => !isBackwards(asked), backwards)

/**
 * One report as rows. Whoever may open the cases sees what lies where exactly, and of outcomes groups of five and more over whole
 * months; analysts see groups of ten and more, over whole quarters, and of outcomes only those of clients who agreed to statistics.
 */
export const report = query({
  name: 'report.get',
  input: reportInput,
  async run(reading, { report: id, ...asked }) {
    const isTeam = hasRole(reading.actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR')
    if (!isTeam) return outside(reading, id, asked)
    return reports[id].about === 'work' ? tableOf(reading, id, { asked, who: 'everybody', limit: 0 }) : inside(reading, id, asked)
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
  return outside(reading, id, asked)
}

/** A report on outcomes as the team may see it. */
const inside = (reading: Reading, id: ReportId, asked: Asked) =>
  asMayBeTold(reading, id, { asked, who: 'everybody', limit: smallest.team })

/** A report as it may be told outside the team. What was answered is of those who agreed; what lies where is the office's own work. */
function outside(reading: Reading, id: ReportId, asked: Asked) {
  const who = reports[id].about === 'outcomes' ? 'agreed' : 'everybody'
  return asMayBeTold(reading, id, { asked, who, limit: smallest.outside })
}

async function asMayBeTold(reading: Reading, id: ReportId, { asked, who, limit }: How) {
  const { from, to } = await widened(reading, { ...asked, who }, limit)
  return tableOf(reading, id, { asked: { ...asked, from, to }, who, limit })
}

/** The period as it may be told, by what was sent in each quarter or month and what became of it. */
async function widened(reading: Reading, asked: Counting, limit: number): Promise<Counting> {
  if (asked.from === null && asked.to === null) return asked
  const { rows } = await reading.tx.execute(sql`
    select date_trunc(${unitFor(limit)}, v.sent_at at time zone ${reading.actor.timeZone})::date::text as first,
      count(*)::int as sent, count(distinct v.client_id)::int as clients,
      count(*) filter (where v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED'))::int as approved,
      count(*) filter (where v.outcome = 'REJECTED')::int as refused
    from ${firstSent(reading, { ...asked, from: null, to: null })} group by 1 order by 1`)
  return toldPeriod(asked, z.array(unit).parse(rows), limit)
}

const unit = z.object({
  first: z.string(),
  ...{ sent: z.number(), clients: z.number(), approved: z.number(), refused: z.number() },
})

type How = { asked: Asked; who: Who; limit: number }

async function tableOf(reading: Reading, id: ReportId, { asked, who, limit }: How) {
  const { columns: counted, read, about, hasPeriod } = reports[id]
  const period = { ...asked, ...(hasPeriod ? {} : { from: null, to: null }), who }
  const isDifferenced = limit > 0 && (await tellsByDifference(reading, about, { asked: period, limit }))
  const round = roundingFor(limit, reading.actor.organisationId)
  const all = isDifferenced ? [] : told(await read(reading, period), counted, limit)
  const rows = round === exactly ? all : roundedRows(all, counted, round)
  const columns = counted.filter((column) => !isSilent(column))
  const { rows: teams } = await reading.tx.execute(
    sql`select id, name from teams where org_id = ${reading.actor.organisationId} order by name`,
  )
  const found = { id, about, hasPeriod, columns, rows, asked, who, limit, isDifferenced, hash: sha256(JSON.stringify(rows)) }
  return { ...found, teams: team.parse(teams), isLong: await isLong(reading), without: await leftOut(reading, period, round) }
}

/**
 * How many cases of the office, of whatever period, are left out because their clients have not agreed; null where few, and of a
 * part of the office, as the parts would tell of a few together.
 */
async function leftOut(reading: Reading, { who, ...asked }: Counting, round: Rounding): Promise<number | null> {
  if (who !== 'agreed') return 0
  if (isPart(asked)) return null
  const { rows } = await reading.tx.execute(
    sql`select count(*)::int as n from cases where ${ofOffice(reading, { ...asked, who: 'others' })}`,
  )
  const n = z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0
  return n > 0 && n < smallest.outside ? null : round(n)
}

const team = z.array(z.object({ id: z.uuid(), name: z.string() }))
export type ReportTable = Awaited<ReturnType<typeof report>>
