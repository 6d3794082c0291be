import { and, eq, sql } from 'drizzle-orm'
import { cases, debts } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { sum } from '@/lib/platform/money'
import { completedDue } from './agreed-due.queries'
import { oldestDue, owedOf } from './buckets'
import { overlaysOf } from './overlays'
import { paidOffNotes } from './paid-off.queries'

type Followed = Pick<Case, 'orgId' | 'id' | 'overlays'>

/**
 * Brings a case's amount owed, the day it counts from and what lies over it in step with its loan notes. Nothing is owed of a
 * note whose agreement is paid to its end, until a bill of a later day says otherwise.
 */
export async function followDebts({ tx, actor }: Pick<Work, 'tx' | 'actor'>, { orgId, id, overlays }: Followed) {
  const rows = await tx
    .select()
    .from(debts)
    .where(and(eq(debts.orgId, orgId), eq(debts.caseId, id)))
  const paidOff = await paidOffNotes({ tx, actor }, orgId, await completedDue({ tx }, { orgId, id }))
  const owed = sum(rows.filter((note) => !paidOff.has(note.id)).map(owedOf))
  await tx
    .update(cases)
    .set({
      ...{ owed, oldestDueOn: oldestDue(rows), overlays: overlaysOf(rows, overlays) },
      version: sql`${cases.version} + 1`,
    })
    .where(and(eq(cases.orgId, orgId), eq(cases.id, id)))
}
