import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reading } from '@/lib/core/query'
import type { AgreedDue } from './buckets'

type Door = Pick<Reading, 'tx' | 'actor'>

/**
 * The loan notes of which nothing is left to pay under their agreement: what the bill from before the last payment says is owed
 * is owed no more. A bill of a later day has the last word.
 */
export async function paidOffNotes({ tx, actor }: Door, orgId: string, agreed: AgreedDue): Promise<ReadonlySet<string>> {
  const paid = [...agreed].flatMap(([debtId, due]) => (due === null ? [debtId] : []))
  if (paid.length === 0) return new Set()
  const { rows } = await tx.execute(sql`select b.debt_id as id from balance_snapshots b
    where b.org_id = ${orgId} and b.debt_id in (${sql.join(
      paid.map((id) => sql`${id}::uuid`),
      sql`, `,
    )})
      and (b.captured_at at time zone ${actor.timeZone})::date > (select max(p.paid_on) from payments p
        join agreements g on g.org_id = p.org_id and g.id = p.agreement_id and g.status in ('ACTIVE', 'COMPLETED')
        join proposal_lines l on l.org_id = g.org_id and l.version_id = g.version_id and l.debt_id = b.debt_id
        where p.org_id = b.org_id and p.verified_at is not null)`)
  const billed = new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id),
  )
  return new Set(paid.filter((debtId) => !billed.has(debtId)))
}
