import { type SQL, sql } from 'drizzle-orm'
import type { CivilDate } from '@/lib/platform/dates'

type Day = { today: CivilDate; timeZone: string }

/**
 * Whether a row of `evidence_requests` is a creditor's, for what a file on record shows already, as its own kind or as one it
 * serves as: then it is ours to send and the client is not asked for it, be it looked at or not. What a counsellor asks for they
 * want anew; a note asks for more than the kind, “other” may be anything, and what was turned back waits for a better one. Files
 * run out as `lastValidDay` says.
 */
export const isAlreadyHere = (request: SQL, { today, timeZone }: Day) => sql`(${request}."from" = 'CREDITOR'
  and ${request}.note = '' and ${request}.code <> 'OTHER'
  and ${request}.fulfilled_by is null and exists (
    select 1 from evidence file join evidence_types kind on kind.org_id = file.org_id and kind.code = file.code
    where file.org_id = ${request}.org_id and file.client_id = ${request}.client_id
      and coalesce(file.case_id, ${request}.case_id) = ${request}.case_id
      and file.file_hash is not null and file.status in ('RECEIVED', 'VERIFIED')
      and (file.code = ${request}.code or ${request}.code = any(file.also_for))
      and coalesce(file.expires_on, (coalesce(file.covers_to, (file.received_at at time zone ${timeZone})::date)
        + make_interval(months => kind.valid_months))::date, 'infinity') >= ${today}::date))`
