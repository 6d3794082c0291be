import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, debts } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, found, Refusal } from '@/lib/core/refusal'
import { optional } from '@/lib/platform/fields'
import { saveItem } from './save-item.commands'
import { type Evidence, visibleEvidence } from './scope.queries'

/** The kind of evidence that is a contract of another loan. */
const loanContract = 'OTHER_LOAN_CONTRACT'

/**
 * Says which of the client's other loan notes a loan contract is about (SE-06), or takes that back.
 * @throws Refusal `rule` {why: not_a_contract} · `invalid` {debtId: same_case} for a note of the very case it supports
 */
export const linkContract = command({
  name: 'evidence.linkDebt',
  input: z.strictObject({ evidenceId: z.uuid(), version: z.int(), debtId: optional(z.uuid()) }),
  async run(work, { evidenceId, version, debtId }) {
    const item = await visibleEvidence(work, evidenceId)
    expectVersion(item, version)
    if (item.code !== loanContract && !item.alsoFor.includes(loanContract)) throw new Refusal('rule', { why: 'not_a_contract' })
    if (debtId !== null) await expectOtherDebt(work, item, debtId)
    const saved = await saveItem(work, item, { debtId })
    const inCase = item.caseId === null ? {} : { caseId: item.caseId }
    work.audit({ type: 'evidence.linked', clientId: item.clientId, evidenceId, debtId, ...inCase })
    return saved
  },
})

async function expectOtherDebt({ tx, actor }: Work, item: Evidence, debtId: string) {
  const [row] = await tx
    .select({ caseId: debts.caseId })
    .from(debts)
    .innerJoin(cases, and(eq(cases.orgId, debts.orgId), eq(cases.id, debts.caseId)))
    .where(and(eq(debts.orgId, item.orgId), eq(debts.id, debtId), eq(debts.clientId, item.clientId), visibleTo(actor)))
  if (found(row).caseId === item.caseId) throw new Refusal('invalid', { fields: { debtId: ['same_case'] } })
}
