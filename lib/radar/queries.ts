import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { addDays, civilDateIn } from '@/lib/platform/dates'
import { daysOfWarning } from '@/lib/proposals/limitation'
import { type RadarKind, radarKinds } from './kinds'
import { ranked } from './ranked'
import { sources } from './sources'

/** Days back after which what nobody missed is told no more, and rows beyond which nobody looks. */
const [longAgo, most] = [90, 500]
const lapsing: RadarKind[] = ['EVIDENCE_EXPIRES']

/**
 * Every date that matters on the actor's open cases, past ones as long as they are open and those of the next `days`, as one
 * ranked list, nothing twice. The end of a limitation period stands in it from ninety days before. `isCut` where there are more than five hundred; what is longest past gives way then.
 */
export const radar = query({
  name: 'radar',
  input: z.strictObject({
    days: z.int().min(1).max(366).default(14),
    kinds: z.array(z.enum(radarKinds)).max(radarKinds.length).optional(),
  }),
  async run(reading, { days, kinds = [...radarKinds] }) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const dated = await datesOf(reading, { kinds, from: addDays(today, -longAgo), until: addDays(today, days), today })
    return { today, items: ranked(dated.slice(0, most), today), isCut: dated.length > most }
  },
})

type Window = { kinds: RadarKind[]; from: string; until: string; today: string }

async function datesOf(reading: Reading, { kinds, from, until, today }: Window) {
  const { actor, tx } = reading
  const visible = visibleTo(actor)
  const { noResponseDays, breachDays } = await rulesOf(reading)
  const asked = { orgId: actor.organisationId, timeZone: actor.timeZone, noResponseDays, breachDays, today, visible }
  if (kinds.length === 0) return []
  const parts = kinds.map(
    (kind) => sql`select ${kind}::text as kind, s.* from (${sources[kind](asked)}) as s (case_id, due_on, about)`,
  )
  const { rows } = await tx.execute(sql`
    select r.kind, cases.id as "caseId", cases.number, clients.masked_name as name, creditor_products.brand as product,
      cases.stage, r.due_on::text as "on", coalesce(r.about, '') as about,
      evidence_types.name_zh as "documentZh", evidence_types.name_en as "documentEn"
    from (${sql.join(parts, sql` union all `)}) r
    join cases on cases.org_id = ${actor.organisationId} and cases.id = r.case_id
    join clients on clients.org_id = cases.org_id and clients.id = cases.client_id
    join creditor_products on creditor_products.org_id = cases.org_id and creditor_products.id = cases.product_id
    left join evidence_types on evidence_types.org_id = cases.org_id and evidence_types.code = r.about
      and r.kind in ('EVIDENCE_REQUEST', 'EVIDENCE_EXPIRES')
    where cases.stage <> 'CLOSED' and ${visible}
      and r.due_on <= case r.kind when 'LIMITATION' then greatest(${until}::date, ${today}::date + ${daysOfWarning}::int) else ${until}::date end
      and (r.due_on >= ${from}::date or r.kind <> all(array[${sql.join(lapsing, sql`, `)}]))
    order by r.due_on < ${from}::date, r.due_on, cases.serial, r.kind limit ${most + 1}`)
  return z.array(shape).parse(rows)
}

const shape = z.object({
  ...{ kind: z.enum(radarKinds), caseId: z.string(), number: z.string(), name: z.string(), product: z.string() },
  ...{ stage: z.string(), on: z.string(), about: z.string() },
  /** The document's name where the date is about one. */
  ...{ documentZh: z.string().nullable(), documentEn: z.string().nullable() },
})

/** After how many days beyond the expected reply silence counts as no answer, and a plan that is behind as broken. */
async function rulesOf({ actor, tx }: Reading) {
  const [office] = await tx
    .select({ rules: organisations.rules })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId))
  return found(office).rules
}
