import { and, eq } from 'drizzle-orm'
import { proposalLines } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import type { Fault } from '@/lib/i18n/messages/faults'
import { money } from '@/lib/platform/money'
import { type DebtSheet, missingTerms } from './debt-sheet'
import type { Version } from './scope.queries'
import type { AskedLine, WorkedLine } from './work-out'

/** @throws Refusal `invalid` naming the loan note and the fact it lacks, or the one that is not of this case */
export function expectTerms(sheets: readonly DebtSheet[], lines: readonly AskedLine[]) {
  const faults = lines.flatMap((line) =>
    faultsOf(
      sheets.find(({ debtId }) => debtId === line.debtId),
      line.debtId,
    ),
  )
  if (faults.length > 0) throw new Refusal('invalid', { fields: Object.fromEntries(faults) })
}

const faultsOf = (sheet: DebtSheet | undefined, debtId: string): [field: string, codes: Fault[]][] =>
  sheet === undefined
    ? [[`lines.${debtId}`, ['choice']]]
    : missingTerms(sheet).map((term) => [`lines.${debtId}.${term}`, ['required']])

/** Puts worked-out lines in the place of those a draft had. */
export async function replaceLines({ tx }: Work, { orgId, id: versionId }: Version, { clientId }: Case, worked: WorkedLine[]) {
  await tx.delete(proposalLines).where(and(eq(proposalLines.orgId, orgId), eq(proposalLines.versionId, versionId)))
  if (worked.length === 0) return
  await tx.insert(proposalLines).values(
    worked.map(({ debtId, reliefs, treatment, before, after, instalment, total, waived }) => ({
      ...{ orgId, versionId, clientId, debtId, reliefs, treatment, before, after },
      ...{ instalment: money(instalment), total: money(total), waived: money(waived) },
    })),
  )
}
