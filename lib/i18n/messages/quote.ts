import { sentences } from '../sentences'

/** What a counsellor must know about a proposal before it goes out, by the codes of `lib/relief/warnings.ts`. */
export const quote = sentences(
  {
    warning: {
      ABOVE_SURPLUS: '有一期以上超出可支配余额。',
      COSTS_MORE: '总共要比现在多还一些。',
      ARREARS_CAPITALISED: '未减免的欠款会计入本金，以后按本金计息。',
      LAST_INSTALMENT_LARGE: '最后一期明显高于其他各期，请确认届时有钱可还。',
      INSTALMENT_TOO_LOW: '这个月还款额不足以在最长期限内还清，请提高金额或一并申请降息。',
      INSTALMENT_NOT_LOWER: '月还款额并没有降低。',
      TERM_NOT_LONGER: '期数并没有延长。',
      RATE_NOT_LOWER: '利率并没有降低。',
      NOTHING_TO_WAIVE: '没有可减免的金额：减免比例为零，或该项目目前余额为零。',
      AFTER_MATURITY: '借款已经到期。展期须在到期前提出（民法典第六百七十八条），可改为申请重新分期。',
      LUMP_SUM_PAST: '一次性还款的日期已经过去，请改为今天或以后的日期。',
      LUMP_SUM_ABOVE_DEBT: '一次性还款额超过当日应还总额，超出的部分不必支付。',
      LUMP_SUM_NEEDS_FUNDS: '一次性还款请写明资金来源，不建议借钱还款。',
    },
  },
  {
    warning: {
      ABOVE_SURPLUS: 'At least one instalment is above the disposable income.',
      COSTS_MORE: 'More is paid in all than now.',
      ARREARS_CAPITALISED: 'Arrears that are not waived join the principal and bear interest from then on.',
      LAST_INSTALMENT_LARGE: 'The last instalment is much larger than the others: make sure the money will be there.',
      INSTALMENT_TOO_LOW:
        'This instalment does not pay the debt off within the longest term. Raise it, or ask for a lower rate as well.',
      INSTALMENT_NOT_LOWER: 'The instalment is not lower than it was.',
      TERM_NOT_LONGER: 'The term is not longer than it was.',
      RATE_NOT_LOWER: 'The rate is not lower than it was.',
      NOTHING_TO_WAIVE: 'There is nothing to waive: the share asked for is zero, or the balance is.',
      AFTER_MATURITY:
        'The loan has matured. An extension must be asked for before maturity (Civil Code art. 678); an instalment plan can be asked for instead.',
      LUMP_SUM_PAST: 'The day of the lump sum has passed. Choose today or a day to come.',
      LUMP_SUM_ABOVE_DEBT: 'The lump sum is more than is owed on that day; the excess need not be paid.',
      LUMP_SUM_NEEDS_FUNDS: 'State where the money of the lump sum comes from; borrowing to repay is not advised.',
    },
  },
)
