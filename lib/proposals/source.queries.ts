import { and, asc, desc, eq } from 'drizzle-orm'
import { clients, creditorProducts, creditors, debts, hardships, members, organisations, statements } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { agreedDue } from '@/lib/debts/agreed-due.queries'
import { sinceBill } from '@/lib/debts/agreed-paid.queries'
import { dueOf, dueUnder, oldestOf, owedOf } from '@/lib/debts/buckets'
import { papersFor } from '@/lib/letters/enclosures.queries'
import { civilDateIn } from '@/lib/platform/dates'
import { toText } from '@/lib/platform/money'
import type { DebtSheet } from './debt-sheet'
import type { ProposalSource, StatementFacts } from './letter-source'

/** Gathers what a version of this case is made of. The client's name is whole: mask it before it leaves the server. */
export async function sourceOf(reading: Reading, kase: Case): Promise<ProposalSource> {
  const { actor, tx, now } = reading
  const notes = await notesOf(reading, kase)
  const agreed = await agreedDue(reading, kase)
  const { billOn, planPaid } = await sinceBill(reading, kase)
  return {
    today: civilDateIn(now, actor.timeZone),
    caseNo: kase.number,
    ...(await peopleOf(reading, kase)),
    creditor: await creditorOf(reading, kase),
    sheets: notes.map((note) => ({ ...sheetOf(note), isAgreed: agreed.has(note.id) })),
    billOn,
    planPaid: toText(planPaid),
    oldestDueOn: oldestOf(notes.map((note) => dueUnder(agreed, note))),
    hardship: await hardshipOf({ tx }, kase),
    statement: await statementOf({ tx }, kase),
    documents: await documentsOf(reading, kase),
  }
}

type Door = Pick<Reading, 'tx'>
type Note = typeof debts.$inferSelect

const notesOf = ({ tx }: Door, { orgId, id }: Case): Promise<Note[]> =>
  tx
    .select()
    .from(debts)
    .where(and(eq(debts.orgId, orgId), eq(debts.caseId, id)))
    .orderBy(asc(debts.startedOn), asc(debts.id))

/** A loan note in the builder's plain values. */
export const sheetOf = (note: Note): DebtSheet => ({
  debtId: note.id,
  version: note.version,
  contractTail: note.contractNumber.slice(-4),
  lender: note.contractLender,
  buckets: {
    principal: toText(note.principal),
    overduePrincipal: toText(note.overduePrincipal),
    interest: toText(note.interest),
    overdueInterest: toText(note.overdueInterest),
    penaltyPrincipal: toText(note.penaltyPrincipal),
    penaltyInterest: toText(note.penaltyInterest),
    fees: toText(note.fees),
  },
  owed: toText(owedOf(note)),
  dailyPercent: note.dailyPercent?.toFixed() ?? null,
  method: note.method,
  remainingPeriods: note.remainingPeriods,
  nextDueOn: note.nextDueOn ?? dueOf(note),
  endsOn: note.endsOn,
  isDisputed: note.disputed,
})

async function peopleOf({ tx }: Door, { orgId, clientId, ownerId }: Case) {
  const [client] = await tx
    .select({ name: clients.name })
    .from(clients)
    .where(and(eq(clients.orgId, orgId), eq(clients.id, clientId)))
  const [owner] = await tx
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.orgId, orgId), eq(members.userId, ownerId)))
  const [organisation] = await tx
    .select({ name: organisations.name, phone: organisations.phone })
    .from(organisations)
    .where(eq(organisations.id, orgId))
  return { clientName: found(client).name, counsellor: owner?.name ?? '', organisation: found(organisation) }
}

async function creditorOf({ tx }: Door, { orgId, productId }: Case) {
  const [row] = await tx
    .select({ lender: creditors.legalName, product: creditorProducts.brand, productType: creditorProducts.type })
    .from(creditorProducts)
    .innerJoin(creditors, and(eq(creditors.orgId, creditorProducts.orgId), eq(creditors.id, creditorProducts.creditorId)))
    .where(and(eq(creditorProducts.orgId, orgId), eq(creditorProducts.id, productId)))
  return found(row)
}

async function hardshipOf({ tx }: Door, { orgId, clientId }: Case): Promise<ProposalSource['hardship']> {
  const causes = await tx
    .select()
    .from(hardships)
    .where(and(eq(hardships.orgId, orgId), eq(hardships.clientId, clientId)))
    .orderBy(desc(hardships.isPrimary), asc(hardships.startedOn))
  const [first] = causes
  if (first === undefined) return null
  const types = [...new Set(causes.map(({ type }) => type))]
  return { types, since: first.startedOn, until: first.expectedEndOn, narrative: first.narrative }
}

async function statementOf({ tx }: Door, { orgId, clientId }: Case): Promise<StatementFacts | null> {
  const [latest] = await tx
    .select()
    .from(statements)
    .where(and(eq(statements.orgId, orgId), eq(statements.clientId, clientId)))
    .orderBy(desc(statements.number))
    .limit(1)
  const [cause] = await tx
    .select({ incomeBefore: hardships.incomeBefore })
    .from(hardships)
    .where(and(eq(hardships.orgId, orgId), eq(hardships.clientId, clientId), eq(hardships.isPrimary, true)))
    .limit(1)
  if (latest === undefined) return null
  const { id, number, asOf } = latest
  return {
    ...{ id, number, asOf, income: toText(latest.income), fixed: toText(latest.fixed), flexible: toText(latest.flexible) },
    ...{ reserve: toText(latest.reserve), disposable: toText(latest.disposable) },
    incomeBefore: cause?.incomeBefore ? toText(cause.incomeBefore) : null,
  }
}

/**
 * The papers that may go with the letter today. The grant is that of the case's counsellor, whose name is under it: the letter
 * reads the same whoever looks, checks or sends.
 */
async function documentsOf(reading: Reading, kase: Case): Promise<ProposalSource['documents']> {
  const papers = await papersFor(reading, kase, 'NEGOTIATION', kase.ownerId)
  return papers.filter(({ why }) => why === null).map(({ zh, en }) => ({ zh, en }))
}
