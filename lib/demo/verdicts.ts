import type { ClosingOutcome, DecisionResult, RefusalReason } from '@/db/vocabulary'
import type { Chance } from '@/lib/seed/chance'

/** What a lender could know of a proposal when it decides, as far as the demo lets it matter. */
export type Merits = {
  overdueDays: number
  /** Verified required papers, 0 to 1. */
  completeness: number
  hasThirdParty: boolean
  givesUp: 0 | 1 | 2
  earlierRestructures: number
  episodes: number
  brand: string
}

/**
 * How likely such a proposal was granted: the made-up truth behind the demo's analytics, a logistic rule. It rewards what
 * counsellors say lenders reward, and knows nothing of anybody in particular.
 */
export function likelihood(merits: Merits): number {
  const score = leanings.reduce((sum, [holds, leaning]) => sum + (holds(merits) ? leaning : 0), 0.35)
  return 1 / (1 + Math.exp(-score))
}

const leanings: readonly [holds: (merits: Merits) => boolean, leaning: number][] = [
  [({ overdueDays }) => overdueDays === 0, 0.8],
  [({ overdueDays }) => overdueDays > 90, -0.9],
  [({ completeness }) => completeness >= 0.8, 0.9],
  [({ completeness }) => completeness < 0.4, -0.7],
  [({ hasThirdParty }) => hasThirdParty, 0.3],
  [({ givesUp }) => givesUp === 1, -0.4],
  [({ givesUp }) => givesUp === 2, -1.1],
  [({ earlierRestructures }) => earlierRestructures > 0, -0.8],
  [({ episodes }) => episodes >= 3, -0.5],
  [({ brand }) => brand === '信用贷', -0.2],
]

export type Verdict = DecisionResult | 'WITHDRAWN' | 'COUNTER_ACCEPTED'

export const drawVerdict = (chance: Chance, merits: Merits): Verdict =>
  chance.happens(likelihood(merits))
    ? chance.weighted<Verdict>({ ...never, ACCEPTED: 62, ACCEPTED_MODIFIED: 22, COUNTER_ACCEPTED: 16 })
    : chance.weighted<Verdict>({ ...never, REJECTED: 74, NO_RESPONSE: 14, COUNTERED: 6, WITHDRAWN: 6 })

const never = { ACCEPTED: 0, ACCEPTED_MODIFIED: 0, COUNTER_ACCEPTED: 0, REJECTED: 0, NO_RESPONSE: 0, COUNTERED: 0, WITHDRAWN: 0 }

/** Why it was refused, by what was weak about it. */
export function drawReasons(
  chance: Chance,
  { overdueDays, completeness, earlierRestructures, episodes }: Merits,
): RefusalReason[] {
  const apt: [boolean, RefusalReason][] = [
    [earlierRestructures > 0, 'ALREADY_RESTRUCTURED'],
    [completeness < 0.4, 'EVIDENCE_INSUFFICIENT'],
    [episodes >= 3, 'REPEATED_OVERDUE'],
    [overdueDays === 0, 'NOT_YET_OVERDUE'],
    [overdueDays > 90, 'CREDIT_RECORD'],
  ]
  const fitting = apt.flatMap(([is, reason]) => (is ? [reason] : []))
  return [chance.pick([...fitting, ...usual])]
}

const usual: readonly RefusalReason[] = [
  'REASON_INSUFFICIENT',
  'POLICY',
  'NOT_GIVEN',
  'ABILITY_SUFFICIENT',
  'EVIDENCE_NOT_ACCEPTED',
]

/** What is written when a case is closed: why, and what the client is told. */
export const farewells: Record<ClosingOutcome, { reason: string; summary: string }> = {
  AGREEMENT_COMPLETED: { reason: '协议各期已全部核实到账。', summary: '您已按约定还清这笔欠款，请妥善保存结清材料。' },
  PAID_IN_FULL: { reason: '客户一次性付清，对方已确认。', summary: '这笔欠款已经结清，请向对方索取结清证明。' },
  REFUSED_FINAL: {
    reason: '对方维持拒绝，客户决定不再申请。',
    summary: '对方这次没有同意。您的资料会保留，情况变化时可以再来。',
  },
  NO_RESPONSE_FINAL: { reason: '多次跟进后对方仍未答复。', summary: '对方一直没有答复，我们已说明可以走的投诉和调解渠道。' },
  AGREEMENT_BROKEN: { reason: '协议未能履行，客户改走其他安排。', summary: '约定没能继续，我们一起做了新的预算安排。' },
  CLIENT_WITHDREW: { reason: '客户不再需要协商。', summary: '按您的意思停止办理，之后需要可以再联系我们。' },
  LOST_CONTACT: { reason: '多次联系不上客户。', summary: '我们多次没能联系上您，先把这件事放下，欢迎随时回来。' },
  REFERRED: { reason: '已转介法律援助中心。', summary: '您的情况更适合法律援助，我们已经把联系方式给您。' },
  NOT_ELIGIBLE: { reason: '不属于本机构受理范围。', summary: '这件事不在我们能办的范围内，已告知可以求助的地方。' },
  ABLE_TO_PAY: { reason: '收支表显示可以按原计划偿还。', summary: '按您的收支可以照原计划还款，我们给了预算建议。' },
  DECEASED: { reason: '客户去世，由家属另行处理。', summary: '谨致慰问。家属可以凭材料与对方办理后续手续。' },
  INTEGRITY: { reason: '提交的材料与核实情况不符。', summary: '材料核实后有出入，我们不能继续办理。' },
  DUPLICATE: { reason: '与已有案件重复。', summary: '您的事情已经在办，请看原来的案件。' },
  DATA_ERASURE: { reason: '客户要求删除个人信息。', summary: '按您的要求停止办理，并删除不需要保留的资料。' },
}
