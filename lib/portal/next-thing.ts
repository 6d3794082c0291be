import { type CivilDate, daysBetween } from '@/lib/platform/dates'

/** What waits for the client in one case, as far as it is known. */
export type Waiting = {
  caseId: string
  /** Documents asked for and not yet given, oldest deadline first. */
  requests: readonly { id: string; code: string; name: string; note: string; deadline: CivilDate | null }[]
  /** A version that the counsellor asks the client to read and confirm. */
  toApprove: { id: string; number: number } | null
  /** An agreement whose paper is here and whose receipt is not signed. */
  toSign: { id: string } | null
  /** The next unpaid instalment of an agreement in force. */
  instalment: { n: number; dueOn: CivilDate; amount: string; agreementId: string } | null
  /** They said that they cannot pay, and wait for our call. */
  isTold: boolean
}

export type NextThing =
  | { kind: 'approve'; caseId: string; versionId: string }
  | { kind: 'sign'; caseId: string; agreementId: string }
  | { kind: 'confirm'; evidenceId: string }
  | { kind: 'upload'; caseId: string; requestId: string; code: string; name: string; note: string; deadline: CivilDate | null }
  | { kind: 'pay'; caseId: string; agreementId: string; dueOn: CivilDate; amount: string; isLate: boolean }
  | { kind: 'nothing' }

const payWithinDays = 7

/**
 * The one thing a client is asked to do now: confirm what is to be sent, sign what was agreed, pay what is late, confirm what was
 * written down of their words (`toConfirm`), give what was asked for, pay what is nearly due; in that order, by what waiting
 * costs them. Never two at once.
 */
export function nextThing(cases: readonly Waiting[], today: CivilDate, toConfirm: { id: string } | null = null): NextThing {
  const told: NextThing[] = toConfirm === null ? [] : [{ kind: 'confirm', evidenceId: toConfirm.id }]
  const candidates = [...told, ...cases.flatMap((waiting) => [...thingsOf(waiting, today)])]
  return (
    candidates.sort((a, b) => rank(a) - rank(b) || (dayOf(a) < dayOf(b) ? -1 : 1))[0] ?? {
      kind: 'nothing',
    }
  )
}

const order = ['approve', 'sign', 'late', 'confirm', 'upload', 'pay', 'nothing'] as const
const rank = (thing: NextThing) => order.indexOf(thing.kind === 'pay' && thing.isLate ? 'late' : thing.kind)

function* thingsOf({ caseId, requests, toApprove, toSign, instalment, isTold }: Waiting, today: CivilDate): Generator<NextThing> {
  if (toApprove !== null) yield { kind: 'approve', caseId, versionId: toApprove.id }
  if (toSign !== null) yield { kind: 'sign', caseId, agreementId: toSign.id }
  for (const { id, code, name, note, deadline } of requests)
    yield { kind: 'upload', caseId, requestId: id, code, name, note, deadline }
  if (instalment !== null && !isTold && daysBetween(today, instalment.dueOn) <= payWithinDays) {
    const { agreementId, dueOn, amount } = instalment
    yield { kind: 'pay', caseId, agreementId, dueOn, amount, isLate: dueOn < today }
  }
}

const never = '9999-12-31'
const dayOf = (thing: NextThing): CivilDate =>
  ('deadline' in thing ? thing.deadline : 'dueOn' in thing ? thing.dueOn : null) ?? never
