import type { Locale } from '@/db/vocabulary'
import { fen, greatest, type Money, percentText, sum, zero } from '@/lib/platform/money'
import { rmbUpper } from '@/lib/platform/rmb-upper'
import { askText, treatmentText } from './asks'
import type { Ask, FinanceFacts, LetterFacts, PlanRow, ProposalFacts, WaiverType } from './facts'
import { dearest, risesOnce } from './instalments'
import { amountOf, countOf, dateOf, fact, listOf, type Variable } from './variable'
import { owed } from './variables-case'
import { amountText, type Wording } from './wording'

/** Variables about what is asked for and the schedule it leads to. */
export const proposalVariables = {
  version: ask('方案版本', 'Version', 'proposal.version', ({ version }) => String(version)),
  asks: fact('请求事项', 'What is asked for', 'proposal.reliefs', ({ proposal }, { language }) =>
    listOf(proposal?.asks.map((one) => askText(one, language))),
  ),
  is_lump_sum: ask('是否一次性结清', 'Lump sum?', 'proposal.reliefs', (proposal) => lumpSum(proposal) !== undefined),
  lump_amount: ask('结清金额', 'Settlement amount', 'proposal.reliefs', (proposal) => amountOf(lumpSum(proposal)?.amount)),
  lump_amount_upper: ask('结清金额大写', 'Settlement amount, in capitals', 'proposal.reliefs', (proposal) =>
    capitalsOf(lumpSum(proposal)?.amount),
  ),
  lump_date: ask('结清日期', 'Settlement date', 'proposal.reliefs', (proposal, say) => dateOf(lumpSum(proposal)?.on, say)),
  lump_source: ask('资金来源', 'Source of funds', 'proposal.reliefs', (proposal) => lumpSum(proposal)?.source ?? null),
  lump_share: fact('结清金额占欠款', 'Settlement, % of balance', 'proposal.reliefs', lumpShare),
  lump_sums: ask('一次性付款', 'Payments in one sum', 'proposal.reliefs', settlements),
  waived_total: ask('申请减免合计', 'Waivers asked for', 'proposal.reliefs', (proposal) => amountOf(waivedTotal(proposal.asks))),
  has_waiver: ask('是否申请减免', 'Waiver asked for?', 'proposal.reliefs', (proposal) => waivers(proposal.asks).length > 0),
  treatment: ask('未减免部分', 'What is not waived', 'proposal.treatment', ({ treatment }, { language }) =>
    treatment ? treatmentText[treatment][language] : null,
  ),
  interest_joins: ask(
    '是否有利息计入本金',
    'Interest added to principal?',
    'proposal.treatment',
    ({ joining }) => joining?.gt('0') === true,
  ),
  joining_interest: ask('计入本金的利息', 'Interest added to principal', 'proposal.treatment', ({ joining }) =>
    amountOf(joining),
  ),
  due_day: ask('新还款日', 'New due day', 'proposal.reliefs', ({ asks }) => dueDayOf(asks)),

  new_periods: ask('新期数', 'New number of instalments', 'proposal.schedule', ({ plan }) => String(plan.rows.length)),
  new_instalment: ask('新每期应还', 'New instalment', 'proposal.schedule', (proposal) => amountOf(usual(proposal)?.payment)),
  is_level: ask('各期是否等额', 'Level instalments?', 'proposal.schedule', isLevel),
  instalment_rises: fact('是否有一期高于现每期应还', 'An instalment above the present one?', 'proposal.schedule', risesOnce),
  dearest_instalment: ask('最高一期', 'Dearest instalment', 'proposal.schedule', ({ plan }) => amountText(dearest(plan.rows))),
  first_instalment: ask('首期应还', 'First instalment', 'proposal.schedule', ({ plan }) => amountOf(plan.rows[0]?.payment)),
  last_instalment: ask('末期应还', 'Last instalment', 'proposal.schedule', ({ plan }) => amountOf(plan.rows.at(-1)?.payment)),
  first_due: ask('首期还款日', 'First due date', 'proposal.schedule', ({ plan }, say) => dateOf(plan.rows[0]?.due, say)),
  last_due: ask('末期还款日', 'Last due date', 'proposal.schedule', ({ plan }, say) => dateOf(plan.rows.at(-1)?.due, say)),
  new_total: ask('方案还款合计', 'Paid in total', 'proposal.schedule', ({ plan }) => amountText(plan.total)),
  new_interest: ask('方案利息合计', 'Interest in total', 'proposal.schedule', ({ plan }) => amountText(plan.interest)),
  buffer: fact('方案后每月结余', 'Left over each month', 'proposal.schedule', buffer),
  shortfall: fact('现每期缺口', 'Short each month now', 'debt.instalment', shortfall),
  shows_recovery: fact('说明对贵方的益处', 'Explain the lender’s benefit', 'proposal.showsRecovery', canShowRecovery),
  reply_by: ask('期望答复日', 'Reply asked by', 'proposal.replyBy', ({ replyBy }, say) => dateOf(replyBy, say)),
} as const satisfies Record<string, Variable>

type OfProposal = (proposal: ProposalFacts, say: Wording) => ReturnType<Variable['value']>

function ask(zh: string, en: string, from: string, value: OfProposal): Variable {
  return fact(zh, en, from, ({ proposal }, say) => (proposal ? value(proposal, say) : null))
}

const capitalsOf = (amount: Money | undefined): string | null => (amount ? rmbUpper(amount) : null)
const lumpSum = ({ asks }: ProposalFacts): Ask<'LUMP_SUM'> | undefined => asks.find((one) => one.type === 'LUMP_SUM')

/** Also among the requests about one of several loan notes, which are words. */
const hasLumpSum = ({ asks, reliefs = asks.map(({ type }) => type) }: ProposalFacts): boolean => reliefs.includes('LUMP_SUM')

const waivers = (asks: readonly Ask[]): Ask<WaiverType>[] =>
  asks.filter((one): one is Ask<WaiverType> => one.type.startsWith('WAIVE_'))

const waivedTotal = (asks: readonly Ask[]): Money => sum(waivers(asks).map(({ amount }) => amount))

const dueDayOf = (asks: readonly Ask[]): string | null => countOf(asks.find((one) => one.type === 'DATE_CHANGE')?.dueDay)

/** Each payment that settles a loan note, with its day. */
function settlements({ settlements: sums = [] }: ProposalFacts, { language, date }: Wording): string | null {
  const told = sums.map(({ amount, on }) => paidOnce[language](amountText(amount), date(on)))
  return told.join(language === 'en' ? ' and ' : '、') || null
}

const paidOnce: Record<Locale, (amount: string, day: string) => string> = {
  'zh-CN': (amount, day) => `${day}一次性支付${amount}`,
  en: (amount, day) => `${amount} once on ${day}`,
}

function lumpShare({ proposal, debt }: LetterFacts): string | null {
  const amount = proposal && lumpSum(proposal)?.amount
  return amount && owed(debt).gt(0) ? `${percentText(amount.div(owed(debt)), 1)}%` : null
}

// The first instalment may carry what is not waived, the last the rest of a fen: the second is the usual one.
const usual = ({ plan }: ProposalFacts): PlanRow | undefined => (plan.rows.length > 2 ? plan.rows[1] : plan.rows[0])

/**
 * Whether every instalment but the first and the last is the usual one; a plan of steps is not told as if it were level, nor
 * one with days on which nothing is due, or with a lump sum among its payments.
 */
function isLevel(proposal: ProposalFacts): boolean {
  const each = usual(proposal)?.payment ?? zero
  if (proposal.plan.rows.length > 1 && hasLumpSum(proposal)) return false
  return each.gt(zero) && proposal.plan.rows.slice(1, -1).every(({ payment }) => payment.eq(each))
}

/** What is left in the dearest month; a last one dearer by nothing but rounding is none. Nothing where something is short. */
function buffer({ proposal, finances }: LetterFacts): string | null {
  if (!proposal || !finances || proposal.plan.rows.length === 0) return null
  const { rows } = proposal.plan
  const others = rows.length > 1 ? dearest(rows.slice(0, -1)) : zero
  const most = dearest(rows).minus(others).lte(fen.times(rows.length)) ? others : dearest(rows)
  const left = lumpSum(proposal) ? payable(finances).minus(most) : (proposal.left ?? payable(finances).minus(most))
  return left.gte(zero) ? amountText(left) : null
}

/** What agreements with other creditors leave of the disposable income. */
const payable = ({ disposable, paidElsewhere = zero }: FinanceFacts): Money => disposable.minus(paidElsewhere)

/** What the contract's instalment takes beyond that; nothing where the household can pay it. */
const shortfallOf = ({ debt, finances }: LetterFacts): Money =>
  debt.instalment && finances ? greatest(zero, debt.instalment.minus(payable(finances))) : zero

function shortfall(facts: LetterFacts): string | null {
  return shortfallOf(facts).gt(0) ? amountText(shortfallOf(facts)) : null
}

/** Only where it is true: instalments go on, the old one is out of reach and the new one is not. */
function canShowRecovery(facts: LetterFacts): boolean {
  const { proposal, finances } = facts
  if (!proposal?.showsRecovery || hasLumpSum(proposal) || proposal.plan.rows.length === 0 || !finances) return false
  const fits = proposal.left?.gte(zero) ?? dearest(proposal.plan.rows).lte(payable(finances))
  return shortfallOf(facts).gt(0) && fits
}
