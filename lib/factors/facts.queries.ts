import { and, eq } from 'drizzle-orm'
import { debts, hardships, proposalLines, statements } from '@/db/schema'
import type { speakers } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { agreedDue } from '@/lib/debts/agreed-due.queries'
import { type AgreedDue, dueUnder, owedOf } from '@/lib/debts/buckets'
import { civilDateIn } from '@/lib/platform/dates'
import { money, rate } from '@/lib/platform/money'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import type { Version } from '@/lib/proposals/scope.queries'
import { sheetsOf } from '@/lib/proposals/sheets.queries'
import { usualInstalment } from '@/lib/proposals/work-out'
import { evidenceFacts, requestFacts } from './evidence.queries'
import type { DebtFacts, FactorFacts } from './facts'
import { lastBills, otherNotes, paidSince } from './household.queries'

export type Speaker = (typeof speakers)[number]
export type Sent = { version: Version; kase: Case; speaker: Speaker | null }

/** Everything the factors of a version follow from, as it stands now: to be read in the transaction that sends it. */
export async function factsOf(reading: Reading, { version, kase, speaker }: Sent): Promise<FactorFacts> {
  const day = (at: Date) => civilDateIn(at, reading.actor.timeZone)
  const lines = await linesWithNotes(reading, version)
  const bills = await lastBills(reading, kase)
  const agreed = await agreedDue(reading, kase)
  const notes = lines.map(({ note }) => note)
  const sheets = await sheetsOf(reading, kase, notes)
  const hardship = await hardshipOf(reading, kase)
  const others = await otherNotes(
    reading,
    kase,
    notes.map(({ id }) => id),
  )
  return {
    openedOn: day(kase.openedAt),
    firstHardshipContactOn: kase.firstHardshipContactAt === null ? null : day(kase.firstHardshipContactAt),
    hardship,
    statement: await statementOf(reading, version),
    debts: lines.map(({ line, note }, index) =>
      debtFacts(note, line, { agreed, sheet: sheets[index], balanceOn: bills.get(note.id) ?? null }),
    ),
    ...others,
    evidence: await evidenceFacts(reading, kase, hardship?.type),
    requests: await requestFacts(reading, kase),
    sinceHardship: hardship === null ? null : await paidSince(reading, kase, hardship.startedOn),
    reliefs: lines.flatMap(({ line }) => line.reliefs.map(({ type }) => type)),
    sourceOfFunds: version.sourceOfFunds,
    channel: version.channel,
    speaker,
    creditorId: kase.creditorId,
    productId: kase.productId,
    ratedWillingness: version.ratedWillingness,
  }
}

type Line = typeof proposalLines.$inferSelect
type Note = typeof debts.$inferSelect

const linesWithNotes = ({ tx }: Reading, { orgId, id }: Version): Promise<{ line: Line; note: Note }[]> =>
  tx
    .select({ line: proposalLines, note: debts })
    .from(proposalLines)
    .innerJoin(debts, and(eq(debts.orgId, proposalLines.orgId), eq(debts.id, proposalLines.debtId)))
    .where(and(eq(proposalLines.orgId, orgId), eq(proposalLines.versionId, id)))

type Known = { agreed: AgreedDue; sheet: DebtSheet | undefined; balanceOn: string | null }

const debtFacts = (note: Note, { before, after, instalment }: Line, { agreed, sheet, balanceOn }: Known): DebtFacts => ({
  dueOn: dueUnder(agreed, note),
  oldestUnpaidDueOn: note.oldestUnpaidDueOn,
  nextDueOn: note.nextDueOn,
  dailyPercent: sheet?.dailyPercent ? rate(sheet.dailyPercent) : null,
  remainingPeriods: sheet?.remainingPeriods ?? null,
  outstanding: sheet === undefined ? owedOf(note) : money(sheet.owed),
  instalment: before.rows.length === 0 ? null : money(usualInstalment(before)),
  offeredInstalment: instalment,
  offer: after.rows.map(({ due, payment }) => ({ due, payment: money(payment) })),
  balance: owedOf(note),
  balanceOn,
  overdueEpisodes: note.overdueEpisodes,
  onTimePercent: note.onTimePercent,
  earlierRestructures: note.earlierRestructures,
  fundingMode: stated(note.fundingMode),
  holderStage: stated(note.holderStage),
})

/** The vocabulary's word for what nobody said is no fact. */
const stated = (code: string) => (code === 'UNKNOWN' ? null : code)

async function hardshipOf({ tx }: Reading, { orgId, clientId }: Case): Promise<FactorFacts['hardship']> {
  const [cause] = await tx
    .select()
    .from(hardships)
    .where(and(eq(hardships.orgId, orgId), eq(hardships.clientId, clientId), eq(hardships.isPrimary, true)))
    .limit(1)
  if (cause === undefined) return null
  const { type, startedOn, incomeBefore, incomeVerified } = cause
  return { type, startedOn, incomeBefore, incomeVerified }
}

async function statementOf({ tx }: Reading, { orgId, statementId }: Version): Promise<FactorFacts['statement']> {
  if (statementId === null) return null
  const [statement] = await tx
    .select({ income: statements.income, disposable: statements.disposable })
    .from(statements)
    .where(and(eq(statements.orgId, orgId), eq(statements.id, statementId)))
  return statement ?? null
}
