import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/core/actor'
import * as tables from '../schema'
import { clock, type Office } from './factories'

/** What hangs on the evidence of a chain: a bundle that was sent, and a question of the creditor that waits. */
export const evidenceKinds = ['bundleId', 'verificationId'] as const

type Place = { kase: { id: string; orgId: string; clientId: string }; owner: Actor; fileHash: string }

export async function evidenceRecords(office: Office, { kase, owner, fileHash }: Place) {
  const of = { orgId: kase.orgId, caseId: kase.id, clientId: kase.clientId }
  const ids = { bundleId: randomUUID(), verificationId: randomUUID() }
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
  })
  return ids
}
