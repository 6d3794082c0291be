import { amountOf, countOf, dateOf, fact, listOf, type Variable } from './variable'

/** Variables of letters to the client: what is asked of them, and the next instalment of their plan. */
export const clientVariables = {
  wanted_items: fact('待客户补充的材料', 'Documents the client is asked for', 'evidenceRequest.items', ({ wanted }) =>
    listOf(wanted?.items),
  ),
  wanted_deadline: fact('补充期限', 'Documents wanted by', 'evidenceRequest.deadline', ({ wanted }, say) =>
    dateOf(wanted?.deadline, say),
  ),
  instalment_no: fact('本期期次', 'Number of the instalment', 'instalment.n', ({ instalment }) => countOf(instalment?.n)),
  instalment_due: fact('本期还款日', 'Instalment due on', 'instalment.due', ({ instalment }, say) =>
    dateOf(instalment?.due, say),
  ),
  instalment_amount: fact('本期应还', 'Amount of the instalment', 'instalment.amount', ({ instalment }) =>
    amountOf(instalment?.amount),
  ),
  instalment_is_late: fact(
    '本期是否已过还款日',
    'Instalment overdue?',
    'instalment.due',
    ({ instalment, today }) => instalment !== undefined && instalment.due < today,
  ),
} as const satisfies Record<string, Variable>
