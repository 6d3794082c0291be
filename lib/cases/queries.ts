import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { prepared } from '@/db/prepared'
import { cases, clients, creditorProducts, creditors, members, stageEvents } from '@/db/schema'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { caseDue } from '@/lib/debts/agreed-due.queries'
import { sinceBill } from '@/lib/debts/agreed-paid.queries'
import { elsewhereOf } from '@/lib/offers/elsewhere.queries'
import { toText, zero } from '@/lib/platform/money'
import { caseFacts } from './facts.queries'
import { missing } from './guards'
import { mayStep, mayTakeBack } from './may-step'
import { reachOf } from './scope'
import { askedFor, type Case } from './scope.queries'
import { needsOf, stages } from './stages'
import { noteView } from './view.queries'

/**
 * The head of one case: where it stands, whose move it is, what comes next, and for each stage it may go to what is still
 * missing. Names masked, money as text. Leaves a line in the access log.
 */
export const caseGet = query({
  name: 'case.get',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const { kase, ...places } = await headOf(reading, caseId)
    await noteView(reading, kase)
    const due = await caseDue(reading, kase)
    return {
      ...plain(kase),
      ...due,
      ...(due.isPaidOff ? nothingOwed : await billedOf(reading, kase)),
      /** What agreements with the client's other creditors take a month at most, CNY. */
      paidElsewhere: (await elsewhereOf(reading, kase)).paying,
      ...places,
      moves: await movesOf(reading, kase),
      lastMove: await lastMoveOf(reading, kase),
    }
  },
})

async function headOf({ tx, actor }: Reading, caseId: string) {
  const [head] = await heads(tx).execute({ ...reachOf(actor), caseId })
  return found(head)
}

const heads = prepared((tx) =>
  tx
    .select({
      kase: cases,
      client: { id: clients.id, name: clients.maskedName, language: clients.language },
      creditor: { id: creditors.id, name: creditors.shortName, legalName: creditors.legalName },
      product: { id: creditorProducts.id, name: creditorProducts.brand, type: creditorProducts.type },
      owner: { id: members.userId, name: members.name },
    })
    .from(cases)
    .innerJoin(clients, and(eq(clients.orgId, cases.orgId), eq(clients.id, cases.clientId)))
    .innerJoin(creditors, and(eq(creditors.orgId, cases.orgId), eq(creditors.id, cases.creditorId)))
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.userId, cases.ownerId)))
    .where(askedFor),
)

/** The bill from before it was paid off tells no more what is owed. */
const nothingOwed = { owed: toText(zero), owedOn: null, planPaid: null }

/** What the bill says is owed and its day, and what was paid under the agreement since, which it does not count. */
async function billedOf(reading: Reading, kase: Case) {
  const { billOn, planPaid } = await sinceBill(reading, kase)
  return { owed: toText(kase.owed), owedOn: billOn, planPaid: planPaid.isZero() ? null : toText(planPaid) }
}

const plain = (kase: Case) => ({
  ...{ id: kase.id, number: kase.number, version: kase.version, stage: kase.stage },
  ...{ whoseMove: kase.whoseMove, nextAction: kase.nextAction, nextActionText: kase.nextActionText, dueOn: kase.dueOn },
  ...{ holdUntil: kase.holdUntil, holdReason: kase.holdReason, overlays: kase.overlays, teamId: kase.teamId },
  ...{ goal: kase.goal, source: kase.source, triage: kase.triage, triageReason: kase.triageReason },
  ...{ hardshipType: kase.hardshipType, round: kase.round, fallbackReason: kase.fallbackReason },
  ...{ closingOutcome: kase.closingOutcome, closingReason: kase.closingReason, clientSummary: kase.clientSummary },
  stageSince: kase.stageSince.toISOString(),
  openedAt: kase.openedAt.toISOString(),
  closedAt: kase.closedAt?.toISOString() ?? null,
  firstHardshipContactAt: kase.firstHardshipContactAt?.toISOString() ?? null,
})

/** Where this person may move the case, and what is still missing for each way. */
async function movesOf(reading: Reading, kase: Case) {
  const facts = await caseFacts(reading, kase)
  const steps = stages[kase.stage].next.map((to) => ({ from: kase.stage, to }))
  return steps
    .filter((step) => mayStep(reading.actor, step))
    .map((step) => ({ to: step.to, missing: missing(needsOf(step), facts) }))
}

/** The last move, and whether it can still be taken back. */
async function lastMoveOf({ actor, tx, now }: Reading, kase: Case) {
  const [move] = await lastMoves(tx).execute({ orgId: kase.orgId, caseId: kase.id })
  if (move === undefined) return null
  return { eventId: move.eventId, from: move.from, canUndo: move.undoable && mayTakeBack(actor, move, now) }
}

const lastMoves = prepared((tx) =>
  tx
    .select({
      ...{ eventId: stageEvents.id, from: stageEvents.from, to: stageEvents.to, at: stageEvents.at },
      undoable: sql<boolean>`${stageEvents.before} is not null`,
    })
    .from(stageEvents)
    .where(and(eq(stageEvents.orgId, sql.placeholder('orgId')), eq(stageEvents.caseId, sql.placeholder('caseId'))))
    .orderBy(desc(stageEvents.caseVersion), desc(stageEvents.at))
    .limit(1),
)
