import { sentences } from '../sentences'

/** The columns of a repayment schedule. */
export const plan = sentences(
  {
    n: '期',
    due: '日期',
    principal: '本金',
    interest: '利息',
    fees: '费用',
    payment: '应还',
    balance: '剩余',
    total: '合计',
    showAll: '展开全部 {count, number} 期',
    showFew: '收起',
  },
  {
    n: 'No.',
    due: 'Date',
    principal: 'Principal',
    interest: 'Interest',
    fees: 'Fees',
    payment: 'Due',
    balance: 'Left',
    total: 'Total',
    showAll: 'Show all {count, number} rows',
    showFew: 'Show fewer',
  },
)
