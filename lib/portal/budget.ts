import type { StatementKind } from '@/lib/clients/statement'

/** The questions of the budget, one page each, in the order a person would go through their month; and where each answer goes. */
export const budgetQuestions = {
  earnings: ['income', 'EARNINGS'],
  benefits: ['income', 'BENEFITS'],
  family: ['income', 'FAMILY'],
  otherIncome: ['income', 'OTHER'],
  housing: ['fixed', 'HOUSING'],
  utilities: ['fixed', 'UTILITIES'],
  health: ['fixed', 'CARE_HEALTH'],
  transport: ['fixed', 'TRANSPORT'],
  school: ['fixed', 'SCHOOL'],
  food: ['flexible', 'FOOD'],
  phone: ['flexible', 'COMMUNICATION'],
  personal: ['flexible', 'PERSONAL'],
  support: ['priority', 'SUPPORT'],
  reserve: null,
} as const satisfies Record<string, readonly [StatementKind, string] | null>

export type BudgetQuestion = keyof typeof budgetQuestions
const names = Object.keys(budgetQuestions)
export const isQuestion = (text: string): text is BudgetQuestion => text in budgetQuestions
export const budgetOrder: readonly BudgetQuestion[] = names.filter(isQuestion)

/** CNY a month as text, by question. */
export type BudgetAnswers = Partial<Record<BudgetQuestion, string>>

/** The first question without an answer; undefined when all are answered. */
export const nextQuestion = (answers: BudgetAnswers): BudgetQuestion | undefined =>
  budgetOrder.find((question) => answers[question] === undefined)

/** The lines of a statement these answers make; nothing for what costs nothing. */
export const linesOf = (answers: BudgetAnswers) =>
  budgetOrder.flatMap((question) => {
    const [place, amount] = [budgetQuestions[question], answers[question]]
    if (place === null || amount === undefined || /^0*(\.0*)?$/.test(amount)) return []
    const [kind, category] = place
    return [{ kind, category, amount }]
  })
