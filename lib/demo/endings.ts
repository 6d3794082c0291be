import type { ReliefLine } from '@/db/schema/proposals'
import { type ClosingOutcome, refusalReasons } from '@/db/vocabulary'
import type { Chance } from '@/lib/seed/chance'
import { type AskKind, inPart } from './asks'
import type { Answer, Course, KeptPlan, Loan, Round } from './course'
import type { Draw } from './decided'
import { drawReasons, drawVerdict, farewells, type Merits, type Verdict } from './verdicts'

type Sent = { loan: Loan; merits: Merits; kind: AskKind; asks: ReliefLine[]; drafted: number; sent: number }
type End = Pick<Course, 'rounds' | 'plan' | 'closed'>

/** How a proposal that went out ended: the answer, what was kept of it, and how the case was closed. */
export function endOf(draw: Draw, asked: Sent): End {
  const { chance } = draw
  const { sent, drafted, asks } = asked
  const granted = inPart(asks, asked.loan)
  const verdict = possible(drawVerdict(chance, asked.merits), { hasHalf: granted !== undefined, sent })
  const round: Round = {
    ...{ drafted, asks, willingness: chance.whole(2, 5), presented: drafted, approved: drafted + 1 },
    sent: { on: sent, channel: chance.weighted({ APP_CHAT: 55, LETTER: 37, EMAIL: 8 }), replyBy: sent + 15 },
  }
  if (verdict === 'WITHDRAWN') {
    const withdrawn = sent + chance.whole(3, 12)
    return { rounds: [{ ...round, withdrawn }], closed: closing('CLIENT_WITHDREW', withdrawn) }
  }
  const answer = answerOf(draw, verdict, { ...asked, granted })
  return { rounds: [{ ...round, answer }], ...afterAnswer(draw, verdict, { answer, asks }) }
}

/** What the days since allow: no answer is only known sixty days after it was expected, and not everything can be granted by half. */
function possible(verdict: Verdict, { hasHalf, sent }: { hasHalf: boolean; sent: number }): Verdict {
  if (verdict === 'NO_RESPONSE' && sent > -85) return 'REJECTED'
  return halfway.has(verdict) && !hasHalf ? (instead[verdict] ?? 'ACCEPTED') : verdict
}

const halfway: ReadonlySet<Verdict> = new Set(['ACCEPTED_MODIFIED', 'COUNTER_ACCEPTED', 'COUNTERED'])
const instead: Partial<Record<Verdict, Verdict>> = { COUNTERED: 'REJECTED' }

function answerOf(
  { chance, serial }: Draw,
  verdict: Verdict,
  { merits, granted, sent }: Sent & { granted: ReliefLine[] | undefined },
): Answer {
  const on = verdict === 'NO_RESPONSE' ? sent + chance.whole(77, 82) : sent + 2 + Math.floor(18 * chance.fraction() ** 2)
  if (verdict === 'COUNTER_ACCEPTED') return { on, result: 'COUNTERED', granted, counterAccepted: on + chance.whole(1, 4) }
  if (verdict === 'ACCEPTED_MODIFIED' || verdict === 'COUNTERED') return { on, result: verdict, granted }
  if (verdict === 'REJECTED') return { on, result: verdict, reasons: reasonsOf(chance, merits, serial) }
  return { on, result: verdict === 'WITHDRAWN' ? 'NO_RESPONSE' : verdict }
}

/** One reason that fits, and through the first cases each of the list once. */
const reasonsOf = (chance: Chance, merits: Merits, serial: number) => [
  ...new Set([
    ...drawReasons(chance, merits),
    ...(serial < 150 ? [refusalReasons[serial % refusalReasons.length] ?? 'OTHER'] : []),
  ]),
]

function afterAnswer({ chance }: Draw, verdict: Verdict, { answer, asks }: { answer: Answer; asks: readonly ReliefLine[] }): End {
  const on = answer.counterAccepted ?? answer.on
  if (!granting.has(verdict)) return { closed: closing(refusedEnd(chance, verdict), Math.min(-1, on + chance.whole(1, 12))) }
  const isLump = asks.some(({ type }) => type === 'LUMP_SUM')
  return keptEnd(chance, on, isLump)
}

const granting: ReadonlySet<Verdict> = new Set(['ACCEPTED', 'ACCEPTED_MODIFIED', 'COUNTER_ACCEPTED'])

const refusedEnd = (chance: Chance, verdict: Verdict): ClosingOutcome =>
  verdict === 'NO_RESPONSE'
    ? 'NO_RESPONSE_FINAL'
    : chance.weighted<ClosingOutcome>({
        ...noEnd,
        REFUSED_FINAL: 60,
        REFERRED: 16,
        CLIENT_WITHDREW: 8,
        LOST_CONTACT: 10,
        INTEGRITY: 3,
        ABLE_TO_PAY: 3,
      })

const noEnd: Record<ClosingOutcome, number> = {
  ...{ AGREEMENT_COMPLETED: 0, PAID_IN_FULL: 0, REFUSED_FINAL: 0, NO_RESPONSE_FINAL: 0, AGREEMENT_BROKEN: 0, CLIENT_WITHDREW: 0 },
  ...{ LOST_CONTACT: 0, REFERRED: 0, NOT_ELIGIBLE: 0, ABLE_TO_PAY: 0, DECEASED: 0, INTEGRITY: 0, DUPLICATE: 0, DATA_ERASURE: 0 },
}

/** What was granted is put on paper and signed; most pay on time and the rest early, some do not keep it up. */
function keptEnd(chance: Chance, granted: number, isLump: boolean): End {
  const confirmed = granted + chance.whole(1, 5)
  const signed = confirmed + chance.whole(0, 3)
  if (chance.happens(0.13) && !isLump) {
    const on = Math.min(-2, signed + chance.whole(50, 150))
    const broken = { on, cause: 'CREDITOR_NOTICE' as const, reason: '对方通知未按期足额还款，协议终止。' }
    const plan: KeptPlan = { confirmed, signed, paidAsDue: chance.whole(0, 2), broken }
    return { plan, closed: closing('AGREEMENT_BROKEN', on + 1) }
  }
  const restPaid = Math.min(-2, signed + (isLump ? 4 : chance.whole(10, 90)))
  const plan: KeptPlan = { confirmed, signed, paidAsDue: isLump ? 0 : mostMonths, restPaid }
  return { plan, closed: closing(isLump ? 'PAID_IN_FULL' : 'AGREEMENT_COMPLETED', restPaid + 1) }
}

/** Every instalment that falls due until the rest is paid. */
const mostMonths = 12

export const closing = (outcome: ClosingOutcome, on: number) => ({ on, outcome, ...farewells[outcome] })
