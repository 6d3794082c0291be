import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { budgetDrafts, cases } from '@/db/schema'
import { saveStatement } from '@/lib/clients/statement.commands'
import { originOf } from '@/lib/contacts/rule-task'
import { addTaskFor } from '@/lib/contacts/task.commands'
import { command, parse, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { amount } from '@/lib/platform/fields'
import { toText } from '@/lib/platform/money'
import { type BudgetAnswers, linesOf, nextQuestion } from './budget'
import { budgetQuestion, draftOf } from './budget.queries'
import { expectMay } from './delegated.queries'

/** One answer, kept at once: the client can go away and come back. CNY a month; nothing costs 0. */
export const answerBudget = command({
  name: 'portal.answerBudget',
  input: z.strictObject({ question: budgetQuestion, amount }),
  async run(work, { question, amount: given }) {
    await expectMay(work, 'BUDGET')
    const { actor, tx, now, audit } = work
    const clientId = found(actor.clientId)
    const answers: BudgetAnswers = { ...(await draftOf(work, clientId)), [question]: toText(given) }
    await tx
      .insert(budgetDrafts)
      .values({ orgId: actor.organisationId, clientId, answers, updatedAt: now })
      .onConflictDoUpdate({ target: [budgetDrafts.orgId, budgetDrafts.clientId], set: { answers, updatedAt: now } })
    audit({ type: 'budget.answered', clientId, question })
    return { next: nextQuestion(answers) ?? null }
  },
})

/**
 * The answers, once checked, become a new version of the statement, marked as the client's own; the counsellor is asked to
 * go through it. @throws Refusal `rule` {why: 'unanswered'}
 */
export const submitBudget = command({
  name: 'portal.submitBudget',
  input: z.strictObject({}),
  async run(work) {
    await expectMay(work, 'BUDGET')
    const { actor, tx, now } = work
    const clientId = found(actor.clientId)
    const answers = await draftOf(work, clientId)
    if (nextQuestion(answers) !== undefined) throw new Refusal('rule', { why: 'unanswered' })
    const { reserve = '0' } = answers
    const asOf = civilDateIn(now, actor.timeZone)
    const values = parse(saveStatement.input, { clientId, asOf, lines: linesOf(answers), reserve })
    const saved = await saveStatement.run(work, values)
    await tx.delete(budgetDrafts).where(and(eq(budgetDrafts.orgId, actor.organisationId), eq(budgetDrafts.clientId, clientId)))
    await askToLook(work, clientId)
    return { number: saved.number }
  },
})

async function askToLook(work: Work, clientId: string) {
  const { actor, tx, now } = work
  const [kase] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId), ne(cases.stage, 'CLOSED')))
    .orderBy(desc(cases.openedAt))
    .limit(1)
  if (kase === undefined) return
  const dueOn = civilDateIn(now, actor.timeZone)
  await addTaskFor(work, kase, { title: '', dueOn, assigneeId: kase.ownerId, origin: originOf('BUDGET') })
}
