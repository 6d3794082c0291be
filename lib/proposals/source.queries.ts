import { and, asc, desc, eq } from 'drizzle-orm'
import { clients, creditorProducts, creditors, debts, hardships, members, organisations, statements } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { agreedDue } from '@/lib/debts/agreed-due.queries'
import { sinceBill } from '@/lib/debts/agreed-paid.queries'
import { dueUnder, oldestOf } from '@/lib/debts/buckets'
import { papersFor } from '@/lib/letters/enclosures.queries'
import { asListed } from '@/lib/letters/listed-papers'
import { elsewhereOf } from '@/lib/offers/elsewhere.queries'
import { civilDateIn } from '@/lib/platform/dates'
import { toText, zero } from '@/lib/platform/money'
import type { ProposalSource, StatementFacts } from './letter-source'
import { limitationOf } from './limitation-from.queries'
import { sheetsOf } from './sheets.queries'

/** Gathers what a version of this case is made of. The client's name is whole: mask it before it leaves the server. */
export async function sourceOf(reading: Reading, kase: Case): Promise<ProposalSource> {
  const { actor, tx, now } = reading
  const notes = await notesOf(reading, kase)
  const agreed = await agreedDue(reading, kase)
  const { billOn, planPaid } = await sinceBill(reading, kase)
  const sheets = await sheetsOf(reading, kase, notes)
  // What is owed is then what the agreement leaves, as of today.
  const isOlderThanPlan = sheets.some(({ isByPlan }) => isByPlan)
  const today = civilDateIn(now, actor.timeZone)
  return {
    today,
    caseNo: kase.number,
    ...(await peopleOf(reading, kase)),
    creditor: await creditorOf(reading, kase),
    sheets: sheets.map((sheet) => ({ ...sheet, isAgreed: agreed.has(sheet.debtId) })),
    ...(isOlderThanPlan ? { billOn: null, planPaid: toText(zero) } : { billOn, planPaid: toText(planPaid) }),
    oldestDueOn: oldestOf(notes.map((note) => dueUnder(agreed, note))),
    limitationFrom: await limitationOf(reading, kase),
    hardship: await hardshipOf({ tx }, kase),
    statement: await statementOf({ tx }, kase),
    elsewhere: await elsewhereOf({ tx }, kase),
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
  return asListed(papers.filter(({ why }) => why === null))
}
