import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { budgetDrafts } from '@/db/schema'
import { summarise } from '@/lib/clients/statement'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { money, toText } from '@/lib/platform/money'
import { type BudgetAnswers, type BudgetQuestion, budgetOrder, isQuestion, linesOf, nextQuestion } from './budget'
import { expectMay } from './delegated.queries'

export const budgetQuestion = z
  .string()
  .max(20)
  .transform((text, context): BudgetQuestion => {
    if (isQuestion(text)) return text
    context.addIssue({ code: 'custom', message: 'choice' })
    return 'reserve'
  })

/** The client's answers so far, what they come to, and the question to go on with. */
export const myBudget = query({
  name: 'portal.budget',
  input: z.strictObject({}),
  async run(reading) {
    await expectMay(reading, 'BUDGET')
    const answers = await draftOf(reading, found(reading.actor.clientId))
    const { income, fixed, flexible, priority, disposable } = summarise(linesOf(answers), money(answers.reserve ?? '0'))
    return {
      answers: budgetOrder.map((question) => ({ question, amount: answers[question] ?? null })),
      next: nextQuestion(answers) ?? null,
      income: toText(income),
      costs: toText(fixed.plus(flexible).plus(priority)),
      left: toText(disposable),
    }
  },
})

export async function draftOf({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, clientId: string): Promise<BudgetAnswers> {
  const [draft] = await tx
    .select({ answers: budgetDrafts.answers })
    .from(budgetDrafts)
    .where(and(eq(budgetDrafts.orgId, actor.organisationId), eq(budgetDrafts.clientId, clientId)))
  return draft?.answers ?? {}
}
