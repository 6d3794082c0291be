import { randomUUID } from 'node:crypto'
import { execute } from '@/lib/core/command'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal } from '@/lib/proposals/send.commands'
import { evidence, evidenceTypes } from '../schema'
import type { ReliefLine } from '../schema/proposals'
import { aCase, aClient, aDebt, aFullFile, clientActor, clock, type Office } from './factories'

type DebtValues = Parameters<typeof aDebt>[2]
type CaseValues = Parameters<typeof aCase>[1]
export type Negotiation = Awaited<ReturnType<typeof aNegotiation>>
type Step = { versionId: string; version: number }

/** A case ready to be drafted: client with a full file (disposable 2,200.00), one loan note with a contract number. */
export async function aNegotiation(office: Office, { debt = {}, kase = {} }: { debt?: DebtValues; kase?: CaseValues } = {}) {
  const client = await aClient(office, { name: '李小明' })
  await aFullFile(office, client)
  const opened = await aCase(office, { stage: 'DRAFTING', triage: 'NEGOTIATE', ...kase, client })
  const note = await aDebt(office, opened, { contractNumber: 'JB2025110677', ...debt })
  return { client, kase: opened, debt: note, portal: clientActor(office, client) }
}

/** A draft that asks for these reliefs, with everything in it that sending needs but the client's approval. */
export async function aDraft(
  office: Office,
  { kase, debt }: Negotiation,
  reliefs: ReliefLine[],
  words: object = {},
): Promise<Step> {
  const by = office.counsellor
  const { versionId, version } = await execute(draftProposal, by, { caseId: kase.id, ...words }, { now: clock })
  return execute(
    saveProposal,
    by,
    {
      ...{ versionId, version, lines: [{ debtId: debt.id, reliefs }], limitationAnswer: 'NOT_NEAR', truthDeclared: true },
      overAffordableReason: '父母每月补贴，有书面说明',
      sourceOfFunds: '工资',
    },
    { now: clock },
  )
}

/** The same put before the client and approved. */
export async function anApproved(
  office: Office,
  negotiation: Negotiation,
  reliefs: ReliefLine[],
  words: object = {},
): Promise<Step> {
  const draft = await aDraft(office, negotiation, reliefs, words)
  const shown = await execute(presentProposal, office.counsellor, step(draft), { now: clock })
  return execute(recordApproval, office.counsellor, { ...step(shown), channel: 'PAPER' }, { now: clock })
}

const step = ({ versionId, version }: Step) => ({ versionId, version })

/** How a version goes out in these tests. */
export const sending = { channel: 'APP_CHAT', proof: '客服会话 20261121-0417', expectedReplyBy: '2026-12-05' }

/** A version on its way to the creditor. */
export async function aSentProposal(
  office: Office,
  negotiation: Negotiation,
  reliefs: ReliefLine[],
  words: object = {},
): Promise<Step> {
  const approved = await anApproved(office, negotiation, reliefs, words)
  return execute(sendProposal, office.counsellor, { ...step(approved), ...sending }, { now: clock })
}

/** A file of the client, such as the lender's written confirmation. */
export async function aPaper(office: Office, { kase, client }: Negotiation, code: string): Promise<string> {
  const id = randomUUID()
  await office.within(async (tx) => {
    const type = { orgId: kase.orgId, code, nameZh: code, nameEn: code }
    await tx.insert(evidenceTypes).values(type).onConflictDoNothing()
    await tx.insert(evidence).values({
      ...{ orgId: kase.orgId, id, clientId: client.id, caseId: kase.id, code, status: 'RECEIVED', createdAt: clock },
      ...{ fileHash: 'a'.repeat(64), fileName: '确认书.pdf', fileType: 'application/pdf', receivedAt: clock },
    })
  })
  return id
}
