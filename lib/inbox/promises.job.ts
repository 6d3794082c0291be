import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { hasBegun } from '@/lib/mail/working-hours'
import { addDays, type CivilDate, civilDateIn } from '@/lib/platform/dates'

/** How far back a day that no server ran on is made up for, in days. */
const lookBack = 7

/**
 * Tells the owner of a case on the day by which somebody promised to reply, unless they were in touch since. Once for each
 * promise; harmless to repeat. @returns how many were told
 */
export async function tellOfPromises(now: Date): Promise<number> {
  let told = 0
  for (const { id } of await organisationsHere()) told += await tellIn(id, now)
  return told
}

const tellIn = (organisationId: string, now: Date) =>
  inTransaction({ organisationId }, async (tx) => {
    const { rows } = await tx.execute(sql`select time_zone as zone from organisations where id = ${organisationId}`)
    const zone = String(rows[0]?.['zone'])
    const today = civilDateIn(now, zone)
    const until: CivilDate = hasBegun(today, now, zone) ? today : addDays(today, -1)
    const { rowCount } = await tx.execute(sql`
      insert into notices (org_id, id, user_id, reason, case_id, at)
      select k.org_id, gen_random_uuid(), k.owner_id, 'PROMISE_DUE', k.id, ${now.toISOString()}::timestamptz
      from (select distinct on (c.case_id) c.case_id, c.promised_reply_by, c.at from contacts c
          where c.org_id = ${organisationId} and c.promised_reply_by is not null order by c.case_id, c.at desc) p
        join cases k on k.org_id = ${organisationId} and k.id = p.case_id and k.stage <> 'CLOSED'
        join members m on m.org_id = k.org_id and m.user_id = k.owner_id and m.disabled_at is null
      where p.promised_reply_by between ${addDays(until, -lookBack)}::date and ${until}::date
        and not exists (select 1 from contacts l
          where l.org_id = k.org_id and l.case_id = k.id and l.direction = 'IN' and l.at > p.at)
      on conflict (org_id, case_id, user_id, reason) do update set at = excluded.at, read_at = null
        -- Told of this promise already: it was made before the line was written, and the day had come by then.
        where notices.at < (select max(c.promised_reply_by)::timestamp at time zone ${zone} from contacts c
          where c.org_id = notices.org_id and c.case_id = notices.case_id and c.promised_reply_by <= ${until}::date)`)
    return rowCount ?? 0
  })
