import { and, asc, eq, gte, isNotNull, lte, max, ne } from 'drizzle-orm'
import { balanceSnapshots, cases, debts, instalments, payments } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { owedOf } from '@/lib/debts/buckets'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type Money, money, sum } from '@/lib/platform/money'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { sheetsOf } from '@/lib/proposals/sheets.queries'
import { workOut } from '@/lib/proposals/work-out'
import type { FactorFacts } from './facts'

/** The day of the latest bill of each loan note of a case. */
export async function lastBills({ tx, actor }: Reading, { orgId, id }: Case): Promise<Map<string, CivilDate>> {
  const rows = await tx
    .select({ debtId: balanceSnapshots.debtId, at: max(balanceSnapshots.capturedAt) })
    .from(balanceSnapshots)
    .innerJoin(debts, and(eq(debts.orgId, balanceSnapshots.orgId), eq(debts.id, balanceSnapshots.debtId)))
    .where(and(eq(balanceSnapshots.orgId, orgId), eq(debts.caseId, id)))
    .groupBy(balanceSnapshots.debtId)
  return new Map(rows.flatMap(({ debtId, at }) => (at === null ? [] : [[debtId, civilDateIn(at, actor.timeZone)] as const])))
}

/** The client's other loan notes, how many creditors there are, and what is owed to all of them; open cases only. */
export async function otherNotes(reading: Reading, { orgId, clientId }: Case, inVersion: readonly string[]) {
  const rows = await reading.tx
    .select({ note: debts, creditorId: cases.creditorId })
    .from(debts)
    .innerJoin(cases, and(eq(cases.orgId, debts.orgId), eq(cases.id, debts.caseId)))
    .where(and(eq(debts.orgId, orgId), eq(debts.clientId, clientId), ne(cases.stage, 'CLOSED')))
    .orderBy(asc(debts.id))
  const others = rows.flatMap(({ note }) => (inVersion.includes(note.id) ? [] : [note]))
  const sheets = await sheetsOf(reading, { orgId, clientId }, others)
  const today = civilDateIn(reading.now, reading.actor.timeZone)
  return {
    otherDebts: others.map(({ creditStatus }, index) => ({ instalment: instalmentOf(sheets[index], today), creditStatus })),
    creditors: {
      count: new Set(rows.map(({ creditorId }) => creditorId)).size,
      balanceOfAll: sum(rows.map(({ note }) => owedOf(note))),
    },
  }
}

function instalmentOf(sheet: DebtSheet | undefined, today: CivilDate): Money | null {
  if (sheet === undefined) return null
  const asItIs = { debtId: sheet.debtId, reliefs: [], treatment: 'FIRST_INSTALMENT' as const }
  const [worked] = workOut([sheet], [asItIs], { surplus: null, from: today }).lines
  return worked === undefined ? null : money(worked.instalmentBefore)
}

/** What an earlier agreement of the case asked for since a day, and what was paid; null where there was none. */
export async function paidSince(
  { tx, actor, now }: Reading,
  { orgId, id }: Case,
  since: CivilDate,
): Promise<FactorFacts['sinceHardship']> {
  const today = civilDateIn(now, actor.timeZone)
  const due = await tx
    .select({ amount: instalments.amount })
    .from(instalments)
    .where(
      and(eq(instalments.orgId, orgId), eq(instalments.caseId, id), gte(instalments.dueOn, since), lte(instalments.dueOn, today)),
    )
  if (due.length === 0) return null
  const paid = await tx
    .select({ amount: payments.amount })
    .from(payments)
    .where(
      and(
        eq(payments.orgId, orgId),
        eq(payments.caseId, id),
        isNotNull(payments.verifiedAt),
        gte(payments.paidOn, since),
        lte(payments.paidOn, today),
      ),
    )
  return { paid: sum(paid.map(({ amount }) => amount)), due: sum(due.map(({ amount }) => amount)) }
}
