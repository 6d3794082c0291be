import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/core/actor'
import { money } from '@/lib/platform/money'
import * as tables from '../schema'
import { clock, type Office } from './factories'

/** What hangs on the evidence of a chain: a bundle that was sent, a question of the creditor that waits, and a paper we made. */
export const evidenceKinds = ['bundleId', 'verificationId', 'documentId'] as const

const none = money('0.00')

type Place = { kase: { id: string; orgId: string; clientId: string }; owner: Actor; fileHash: string }

export async function evidenceRecords(office: Office, { kase, owner, fileHash }: Place) {
  const of = { orgId: kase.orgId, caseId: kase.id, clientId: kase.clientId }
  const ids = { bundleId: randomUUID(), verificationId: randomUUID(), documentId: randomUUID() }
  const statementId = randomUUID()
  await office.within(async (tx) => {
    await tx.insert(tables.evidenceBundles).values({
      ...{ ...of, id: ids.bundleId, number: 1, recipient: '某公司', address: '95188', channel: 'APP_CHAT', purpose: '说明困难' },
      ...{ contactId: randomUUID(), truthChannel: 'PAPER', shareConsentId: randomUUID(), sentAt: clock, sentBy: owner.id },
      ...{ items: [], indexHash: fileHash, listHash: fileHash },
    })
    await tx.insert(tables.verificationRequests).values({
      ...{ ...of, id: ids.verificationId, askedOn: '2026-11-18', channel: 'PHONE', asked: '收入是否属实' },
      ...{ by: owner.id, createdAt: clock },
    })
    await tx.insert(tables.statements).values({
      ...{ orgId: kase.orgId, clientId: kase.clientId, id: statementId, number: 0, asOf: '2026-10-18', lines: [] },
      ...{ income: none, fixed: none, flexible: none, reserve: none, disposable: none, createdBy: owner.id, createdAt: clock },
    })
    await tx.insert(tables.evidence).values({
      ...{ orgId: kase.orgId, clientId: kase.clientId, id: ids.documentId, code: 'EXPENSE_DETAIL', statementId },
      ...{ status: 'RECEIVED', fileHash, fileName: 'a.pdf', fileType: 'PDF', receivedAt: clock, createdAt: clock },
    })
  })
  return ids
}
