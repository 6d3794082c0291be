import { and, eq, ne, sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { applyMove } from '@/lib/cases/move.commands'
import { openCase } from '@/lib/cases/open.commands'
import { createClient } from '@/lib/clients/commands'
import { giveConsent } from '@/lib/clients/consent.commands'
import { consentsOf } from '@/lib/clients/file.queries'
import { instantOf } from '@/lib/contacts/local-instant'
import type { AuditEvent } from '@/lib/core/audit'
import { expectBasicConsent } from '@/lib/core/basic-consent.queries'
import type { Work } from '@/lib/core/command'
import { mayDo } from '@/lib/core/permissions'
import { Refusal } from '@/lib/core/refusal'
import { addDebt } from '@/lib/debts/commands'
import { type Messages, messages } from '@/lib/i18n/catalogue'
import type { CivilDate } from '@/lib/platform/dates'
import { hasNote, onFile } from './on-file.queries'
import type { Place } from './resolve'
import { faultAt, type ImportedRow, type RowFault } from './row'
import { samePerson } from './same-person'
import type { Import } from './scope.queries'

export type Made = {
  clientId: string
  caseId: string
  debtId: string
  madeClient: boolean
  madeCase: boolean
  caseVersion: number
}
export type Outcome = { state: 'IMPORTED'; made: Made } | { state: 'KNOWN' } | { state: 'REFUSED'; faults: RowFault[] }

/**
 * Takes one row in through the commands that people use for it: the client unless they are on file, the case unless one with
 * this lender is open, the loan note, and the end of the case where the row tells it. All of it, or nothing.
 */
export async function writeRow(work: Work, of: Import, { row, place }: { row: ImportedRow; place: Place }): Promise<Outcome> {
  const person = samePerson(row, await onFile(work, [row]))
  if ('fault' in person) return { state: 'REFUSED', faults: [person] }
  if (person.id !== undefined && (await hasNote(work, person.id, row.debt.contractNumber))) return { state: 'KNOWN' }
  try {
    return { state: 'IMPORTED', made: await wholly(work, (inner) => write(inner, of, { row, place, clientId: person.id })) }
  } catch (error) {
    if (error instanceof Refusal) return { state: 'REFUSED', faults: faultsIn(error) }
    throw error
  }
}

/** Runs something that either happens with its audit, or leaves nothing and lets the transaction go on. */
async function wholly<T>(work: Work, run: (inner: Work) => Promise<T>): Promise<T> {
  const events: AuditEvent[] = []
  await work.tx.execute(sql`savepoint import_row`)
  try {
    const done = await run({ ...work, audit: (event) => events.push(event) })
    await work.tx.execute(sql`release savepoint import_row`)
    for (const event of events) work.audit(event)
    return done
  } catch (error) {
    await work.tx.execute(sql`rollback to savepoint import_row`)
    throw error
  }
}

type Wanted = { row: ImportedRow; place: Place; clientId: string | undefined }

async function write(work: Work, of: Import, { row, place, clientId }: Wanted): Promise<Made> {
  const client = await clientOf(work, of, { row, clientId })
  const kase = await caseOf(work, { row, place, clientId: client.id })
  const { id: debtId } = await addDebt.run(work, { ...row.debt, caseId: kase.id, productId: place.productId })
  if (row.kase.closingOutcome !== undefined) await close(work, of, { caseId: kase.id, kase: row.kase })
  const caseVersion = await versionOf(work, kase.id)
  return { clientId: client.id, caseId: kase.id, debtId, madeClient: client.isNew, madeCase: kase.isNew, caseVersion }
}

/** The agreement to process comes with the file: whoever reads it in says how it was given. For whom took it back nothing is taken in. */
async function clientOf(work: Work, of: Import, { row, clientId }: Pick<Wanted, 'row' | 'clientId'>) {
  if (clientId === undefined) {
    const { id } = await createClient.run(work, { ...row.client, processingConsent: of.consent })
    return { id, isNew: true }
  }
  await expectBasicConsent(work, clientId)
  const agreed = await consentsOf(work, clientId)
  if (agreed.every(({ purpose }) => purpose !== 'PROCESSING'))
    await giveConsent.run(work, { clientId, purpose: 'PROCESSING', channel: of.consent })
  return { id: clientId, isNew: false }
}

/**
 * The open case with this lender, or a new one. Work on a case that is open begins today, whenever it was first opened
 * elsewhere; one that is over is a case of its own, in its own time.
 */
async function caseOf(work: Work, { row, place, clientId }: { row: ImportedRow; place: Place; clientId: string }) {
  const { goal, openedOn, closedOn, closingOutcome } = row.kase
  const isOver = closingOutcome !== undefined
  const open = isOver ? undefined : await openCaseWith(work, { clientId, creditorId: place.creditorId })
  if (open !== undefined) return { id: open.id, isNew: false }
  const openedAt = momentOf(openedOn ?? closedOn, work)
  const now = isOver ? openedAt : work.now
  const { id } = await openCase.run({ ...work, now }, { clientId, ...place, source: 'SELF', goal })
  await work.tx.update(cases).set({ openedAt }).where(oneCase(work, id))
  return { id, isNew: true }
}

/** The morning of a day in the office, and no later than now; now where no day is known. */
function momentOf(day: CivilDate | undefined, { now, actor }: Work): Date {
  const morning = day === undefined ? undefined : instantOf(`${day}T09:00`, actor.timeZone)
  return morning === undefined || morning > now ? now : morning
}

const oneCase = ({ actor }: Work, caseId: string) => and(eq(cases.orgId, actor.organisationId), eq(cases.id, caseId))

async function openCaseWith({ actor, tx }: Work, { clientId, creditorId }: { clientId: string; creditorId: string }) {
  const ofClient = and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId))
  const [row] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(ofClient, eq(cases.creditorId, creditorId), ne(cases.stage, 'CLOSED')))
    .limit(1)
  return row
}

/** An old case ends on the day the row says; without a reason of its own the file is the reason. */
async function close(work: Work, of: Import, { caseId, kase }: { caseId: string; kase: ImportedRow['kase'] }) {
  const { closingOutcome: outcome, closingReason, closedOn } = kase
  if (outcome === undefined) return
  if (!mayDo(work.actor, 'case.move')) throw new Refusal('forbidden')
  const say: Messages['imports'] = messages[work.actor.locale].imports
  const reason = closingReason || say.closedReason.replace('{file}', of.fileName)
  await applyMove(
    { ...work, now: momentOf(closedOn, work) },
    { caseId, to: 'CLOSED', closing: { outcome, reason, summary: reason } },
  )
}

async function versionOf(work: Work, caseId: string) {
  const [row] = await work.tx.select({ version: cases.version }).from(cases).where(oneCase(work, caseId))
  return row?.version ?? 0
}

/** What a command says no with, in the words of a row. */
function faultsIn({ code, details }: Refusal): RowFault[] {
  const fields = Object.entries(details['fields'] ?? {}).flatMap(([field, codes]) => [codes].flat().map((one) => [field, one]))
  if (fields.length > 0) return fields.map(([field, one]) => faultAt(String(field), String(one)))
  const lacking = [details['missing'] ?? []].flat().map(String)
  if (lacking.length > 0) return lacking.map((guard) => faultAt(fieldOfGuard[guard] ?? '', guard))
  return [faultAt('', code === 'not_found' ? 'with_colleague' : String(details['why'] ?? 'other'))]
}

/** The column that a condition of closing is about. */
const fieldOfGuard: Readonly<Record<string, string>> = { outcomeFits: 'closingOutcome', outcomeBorneOut: 'closingOutcome' }
