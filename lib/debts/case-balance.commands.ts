import { and, eq, sql } from 'drizzle-orm'
import { cases, debts } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { sum } from '@/lib/platform/money'
import { oldestDue, owedOf } from './buckets'
import { overlaysOf } from './overlays'

type Followed = Pick<Case, 'orgId' | 'id' | 'overlays'>

/** Brings a case's amount owed, the day it counts from and what lies over it in step with its loan notes. */
export async function followDebts({ tx }: Pick<Work, 'tx'>, { orgId, id, overlays }: Followed) {
  const rows = await tx
    .select()
    .from(debts)
    .where(and(eq(debts.orgId, orgId), eq(debts.caseId, id)))
  await tx
    .update(cases)
    .set({
      ...{ owed: sum(rows.map(owedOf)), oldestDueOn: oldestDue(rows), overlays: overlaysOf(rows, overlays) },
      version: sql`${cases.version} + 1`,
    })
    .where(and(eq(cases.orgId, orgId), eq(cases.id, id)))
}
