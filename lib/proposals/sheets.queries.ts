import { and, asc, eq, inArray, max } from 'drizzle-orm'
import { agreements, balanceSnapshots, type debts } from '@/db/schema'
import { type LeftNote, leftOf } from '@/lib/agreements/left'
import { instalmentsOf, todayOf } from '@/lib/agreements/scope.queries'
import type { Reading } from '@/lib/core/query'
import { dueOf, owedOf } from '@/lib/debts/buckets'
import { toText } from '@/lib/platform/money'
import { type DebtSheet, textsOf } from './debt-sheet'
import { underAgreement } from './under-agreement'

type Note = typeof debts.$inferSelect
type Door = Pick<Reading, 'tx'>
type Of = { orgId: string; clientId: string }

/** Loan notes of a client in the builder's plain values, each as the agreement that runs for it, or was kept to its end, leaves it today. */
export async function sheetsOf(reading: Reading, client: Of, notes: readonly Note[]): Promise<DebtSheet[]> {
  const left = await leftFor(reading, client)
  const billed = left.size === 0 ? new Map<string, Date>() : await lastBillsOf(reading, client)
  const today = todayOf(reading)
  return notes.map((note) => {
    const { agreedAt, ...agreed } = left.get(note.id) ?? { agreedAt: reading.now }
    const at = billed.get(note.id)
    const isBilled = at !== undefined && at > agreedAt
    return underAgreement(asRecorded(note), 'rows' in agreed ? agreed : undefined, { today, isBilled })
  })
}

type Agreed = LeftNote & { agreedAt: Date }

async function leftFor({ tx }: Door, { orgId, clientId }: Of): Promise<Map<string, Agreed>> {
  const running = await tx
    .select()
    .from(agreements)
    .where(
      and(
        ...[eq(agreements.orgId, orgId), eq(agreements.clientId, clientId)],
        inArray(agreements.status, ['ACTIVE', 'COMPLETED']),
      ),
    )
    .orderBy(asc(agreements.createdAt))
  const left = new Map<string, Agreed>()
  for (const agreement of running)
    for (const note of leftOf(agreement, await instalmentsOf({ tx }, agreement)))
      left.set(note.debtId, { ...note, agreedAt: agreement.receiptSignedAt ?? agreement.createdAt })
  return left
}

async function lastBillsOf({ tx }: Door, { orgId, clientId }: Of): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ debtId: balanceSnapshots.debtId, at: max(balanceSnapshots.capturedAt) })
    .from(balanceSnapshots)
    .where(and(eq(balanceSnapshots.orgId, orgId), eq(balanceSnapshots.clientId, clientId)))
    .groupBy(balanceSnapshots.debtId)
  return new Map(rows.flatMap(({ debtId, at }) => (at === null ? [] : [[debtId, at] as const])))
}

/** A loan note as it is recorded, whatever was agreed since. */
export const asRecorded = (note: Note): DebtSheet => ({
  debtId: note.id,
  version: note.version,
  contractTail: note.contractNumber.slice(-4),
  lender: note.contractLender,
  buckets: textsOf(note),
  owed: toText(owedOf(note)),
  dailyPercent: note.dailyPercent?.toFixed() ?? null,
  method: note.method,
  remainingPeriods: note.remainingPeriods,
  nextDueOn: note.nextDueOn ?? dueOf(note),
  endsOn: note.endsOn,
  isDisputed: note.disputed,
})
