import { eq } from 'drizzle-orm'
import { confirmAgreement } from '@/lib/agreements/confirm.commands'
import { recordReceipt } from '@/lib/agreements/receipt.commands'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { agreements, cases } from '../schema'
import type { Office } from './factories'
import { aNegotiation, aPaper, aSentProposal, type Negotiation } from './negotiation'

/** Noon of a day in Shanghai. */
export const on = (day: string) => new Date(`${day}T04:00:00Z`)

export type Agreed = { negotiation: Negotiation; agreementId: string }

/** 12,000.00 granted over six months from 2026-12-05 on 24 November; no paper, nothing signed. */
export async function anAgreedPlan(office: Office): Promise<Agreed> {
  const negotiation = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-24', channel: 'PHONE' }
  const { agreementId } = await execute(recordDecision, office.counsellor, yes, { now: on('2026-11-24') })
  return { negotiation, agreementId: agreementId ?? '' }
}

/** The lender's paper, in hand on 25 November. */
export async function confirmPlan(office: Office, { negotiation, agreementId }: Agreed, values: object = {}) {
  const evidenceId = await aPaper(office, negotiation, 'WRITTEN_CONFIRMATION')
  const { version } = await agreementRow(office, agreementId)
  const given = { agreementId, version, evidenceId, confirmedOn: '2026-11-25', ...values }
  return execute(confirmAgreement, office.counsellor, given, { now: on('2026-11-25') })
}

/** The client's receipt on paper, handed in on 28 November. */
export async function signPlan(office: Office, { negotiation, agreementId }: Agreed, values: object = {}) {
  const evidenceId = await aPaper(office, negotiation, 'SIGNED_RECEIPT')
  const { version } = await agreementRow(office, agreementId)
  const given = { agreementId, version, evidenceId, signedOn: '2026-11-26', name: '李小明', clientHasRead: true, ...values }
  return execute(recordReceipt, office.counsellor, given, { now: on('2026-11-28') })
}

/** The same confirmed and signed: an agreement that runs, in a case that is monitored. */
export async function aRunningPlan(office: Office): Promise<Agreed> {
  const agreed = await anAgreedPlan(office)
  await confirmPlan(office, agreed)
  await signPlan(office, agreed)
  return agreed
}

export async function agreementRow(office: Office, id: string) {
  const [row] = await office.within((tx) => tx.select().from(agreements).where(eq(agreements.id, id)))
  if (row === undefined) throw new Error('no agreement')
  return row
}

export async function caseRow(office: Office, { kase }: Negotiation) {
  const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, kase.id)))
  if (row === undefined) throw new Error('no case')
  return row
}
