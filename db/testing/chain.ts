import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { uploadEvidence } from '@/lib/evidence/commands'
import { money } from '@/lib/platform/money'
import * as tables from '../schema'
import { evidenceKinds, evidenceRecords } from './evidence-chain'
import { aCase, aClient, aDebt, aDecision, aFullFile, anAgreement, aVersion, clock, type Office } from './factories'

/** One client's whole chain of records, from the person to a payment: an id of every kind, for trying who may reach it. */
export type Chain = {
  organisationId: string
  ownerId: string
  creditorId: string
  productId: string
  ids: Record<(typeof kinds)[number], string>
  name: string
  /** Text that must not be told to anybody who may not see this chain. */
  secrets: string[]
}

const kinds = [
  ...['caseId', 'clientId', 'debtId', 'versionId', 'draftId', 'decisionId', 'agreementId', 'paymentId', 'evidenceId'],
  ...[
    'requestId',
    'taskId',
    'authorisationId',
    'eventId',
    'contactId',
    'planId',
    'bodyId',
    'entryId',
    'invitationId',
    'circumstanceId',
    'rightsId',
    'holdId',
    'delegationId',
    'batchId',
    'letterId',
    'importId',
    'historyId',
    'messageId',
    'viewId',
    'analysisId',
    'jobId',
    'scheduleId',
    'noticeId',
    'incidentId',
  ],
  ...evidenceKinds,
] as const

const told = { what: '错发', harm: '骚扰', measures: '收回', done: '收回', advice: '留意来电', authorityOn: null, peopleOn: null }

/** A picture of one grey dot: the smallest file that is taken in and has a preview. */
export const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

export async function aChain(office: Office, owner: Actor, name: string): Promise<Chain> {
  const client = await aClient(office, {
    name,
    createdBy: owner.id,
    phone: `139${Date.parse(clock.toISOString()) % 100_000_000}`,
  })
  await aFullFile(office, client)
  const number = `XS-${randomUUID().slice(0, 8)}`
  const kase = await aCase(office, {
    client,
    ownerId: owner.id,
    number,
    stage: 'MONITORING',
    triage: 'NEGOTIATE',
    hardshipType: 'ILLNESS',
  })
  const debt = await aDebt(office, kase, { contractNumber: `JB-${number}` })
  const version = await aVersion(office, debt, { sent: true })
  const draft = await aVersion(office, debt, { number: 2 })
  const decision = await aDecision(office, version)
  const { id: evidenceId, hash } = await execute(uploadEvidence, owner, {
    clientId: client.id,
    caseId: kase.id,
    code: 'INCOME_PROOF',
    fileName: 'a.png',
    content: photo,
  })
  const agreement = await anAgreement(office, decision, { status: 'ACTIVE', writtenConfirmationId: evidenceId })
  const proofs = await evidenceRecords(office, { kase, owner, fileHash: hash })
  const rest = await restOf(office, { kase, agreementId: agreement.id, evidenceId, owner })
  return {
    organisationId: office.organisationId,
    ownerId: owner.id,
    creditorId: office.creditorId,
    productId: office.productId,
    name,
    ids: {
      ...{ caseId: kase.id, clientId: client.id, debtId: debt.id, versionId: version.id, draftId: draft.id },
      ...{ decisionId: decision.id, agreementId: agreement.id, evidenceId, ...rest, ...proofs },
    },
    secrets: [
      ...[name, number, kase.id, client.id, debt.id, version.id, draft.id, agreement.id, evidenceId, rest.paymentId],
      ...[rest.requestId, rest.taskId, rest.authorisationId, rest.eventId, rest.planId, proofs.bundleId],
    ],
  }
}

type Rest = { kase: { id: string; orgId: string; clientId: string }; agreementId: string; evidenceId: string; owner: Actor }

async function restOf(office: Office, { kase, agreementId, evidenceId, owner }: Rest) {
  const of = { orgId: kase.orgId, caseId: kase.id, clientId: kase.clientId }
  const ids = {
    paymentId: randomUUID(),
    requestId: randomUUID(),
    taskId: randomUUID(),
    authorisationId: randomUUID(),
    eventId: randomUUID(),
    contactId: randomUUID(),
    planId: randomUUID(),
    bodyId: randomUUID(),
    entryId: randomUUID(),
    invitationId: randomUUID(),
    circumstanceId: randomUUID(),
    rightsId: randomUUID(),
    holdId: randomUUID(),
    delegationId: randomUUID(),
    batchId: randomUUID(),
    letterId: randomUUID(),
    importId: randomUUID(),
    historyId: randomUUID(),
    messageId: randomUUID(),
    viewId: randomUUID(),
    analysisId: randomUUID(),
    jobId: randomUUID(),
    scheduleId: randomUUID(),
    noticeId: randomUUID(),
    incidentId: randomUUID(),
  }
  await office.within(async (tx) => {
    await tx.insert(tables.payments).values({
      ...of,
      id: ids.paymentId,
      agreementId,
      paidOn: '2026-11-20',
      amount: money('100.00'),
      reportedBy: owner.id,
      createdAt: clock,
    })
    await tx
      .insert(tables.evidenceRequests)
      .values({ ...of, id: ids.requestId, code: 'PAYSLIP', from: 'CREDITOR', createdAt: clock })
    await tx.insert(tables.tasks).values({ ...of, id: ids.taskId, title: '回电', assigneeId: owner.id, createdAt: clock })
    await tx.insert(tables.authorisations).values({
      ...{ orgId: kase.orgId, clientId: kase.clientId, id: ids.authorisationId, agent: '阳光', matters: '协商' },
      ...{ validFrom: '2026-11-01', signedOn: '2026-11-01' },
    })
    await tx.insert(tables.instalments).values({
      ...{
        ...of,
        id: randomUUID(),
        agreementId,
        n: 1,
        dueOn: '2026-12-05',
        principal: money('900.00'),
        interest: money('100.00'),
      },
      ...{ fees: money('0.00'), amount: money('1000.00'), paid: money('0.00') },
    })
    await tx.insert(tables.creditorContacts).values({
      ...{
        orgId: kase.orgId,
        id: ids.contactId,
        creditorId: office.creditorId,
        channel: 'EMAIL',
        value: 'help@lender.example',
        source: '官网',
      },
      verifiedOn: '2026-11-01',
    })
    await tx.insert(tables.fallbackPlans).values({
      ...{ ...of, id: ids.planId, kind: 'BUDGET', title: '少点外卖', amount: money('300.00'), progress: money('0.00') },
      ...{ targetOn: '2026-12-31', by: owner.id, createdAt: clock },
    })
    await tx.insert(tables.conductEntries).values({
      ...{ ...of, id: ids.entryId, at: new Date('2026-11-18T14:40:00Z'), channel: 'PHONE', party: '某催收公司' },
      ...{ person: 'DEBTOR', isAnswered: true, description: '深夜来电', by: owner.id, createdAt: clock },
    })
    await tx.insert(tables.referralBodies).values({
      ...{ orgId: kase.orgId, id: ids.bodyId, name: '法律援助中心', type: 'LEGAL_AID', contact: '12348', isFree: true },
      ...{ source: '官网', asOf: '2026-11-01', approvedBy: owner.id },
    })
    const person = { orgId: kase.orgId, clientId: kase.clientId }
    await tx.insert(tables.delegations).values({
      ...{ ...person, id: ids.delegationId, name: '家人', createdAt: clock, expiresAt: new Date('2100-01-01T00:00:00Z') },
    })
    await tx.insert(tables.rightsRequests).values({ ...person, id: ids.rightsId, kind: 'DELETE', askedAt: clock })
    await tx.insert(tables.legalHolds).values({ ...person, id: ids.holdId, reason: '诉讼', placedBy: owner.id, placedAt: clock })
    const said = { author: owner.id, fromClient: false, body: '请看附件', evidenceId, at: clock }
    await tx.insert(tables.messages).values({ ...of, id: ids.messageId, ...said })
    await tx.insert(tables.circumstances).values({ ...of, id: ids.circumstanceId, agreementId, kind: 'ILLNESS', at: clock })
    await tx.insert(tables.invitations).values({
      ...{ orgId: kase.orgId, clientId: kase.clientId, id: ids.invitationId, createdBy: owner.id, createdAt: clock },
      ...{ linkHash: ids.invitationId, codeHash: 'x', expiresAt: new Date('2100-01-01T00:00:00Z') },
    })
    await tx.insert(tables.imports).values({
      ...{ orgId: kase.orgId, id: ids.importId, fileName: '客户.csv', total: 1, consent: 'PAPER', by: owner.id, at: clock },
    })
    await tx.insert(tables.imports).values({
      ...{ orgId: kase.orgId, id: ids.historyId, kind: 'HISTORY', fileName: '往年.csv', total: 1, by: owner.id, at: clock },
    })
    await tx.insert(tables.savedViews).values({
      ...{ orgId: kase.orgId, id: ids.viewId, ownerId: owner.id, name: '轮到我方', filters: { whose: ['us'] }, layout: 'board' },
      ...{ density: 'compact', isShared: true, createdAt: clock },
    })
    await tx.insert(tables.savedAnalyses).values({
      ...{ orgId: kase.orgId, id: ids.analysisId, name: '样本', fileName: '样本.csv', fileHash: 'x', rows: 1 },
      ...{ spec: {}, result: '{}', by: owner.id, at: clock },
    })
    await tx.insert(tables.reportSchedules).values({
      ...{ orgId: kase.orgId, id: ids.scheduleId, report: 'caseload', period: 'LAST_MONTH', rhythm: 'MONTHLY', day: 1 },
      ...{ format: 'csv', locale: 'zh-CN', recipients: [owner.id], by: owner.id, at: clock, since: clock },
    })
    await tx.insert(tables.jobs).values({
      ...{ orgId: kase.orgId, id: ids.jobId, kind: 'REPORT', spec: { report: 'caseload', format: 'csv' }, steps: 2 },
      ...{ by: owner.id, at: clock },
    })
    const notice = { userId: owner.id, reason: 'JOB_DONE' as const, jobId: ids.jobId, at: clock }
    await tx.insert(tables.notices).values({ orgId: kase.orgId, id: ids.noticeId, ...notice })
    const incident = { title: '错发', foundAt: clock.toISOString(), dataKinds: ['CONTACT'], people: 1, ...told }
    const record = { orgId: kase.orgId, id: ids.incidentId, version: 1, kind: 'INCIDENT' as const, savedBy: owner.id }
    await tx.insert(tables.protectionRecords).values({ ...record, facts: incident, savedAt: clock })
    const noticed = { ...person, incidentId: ids.incidentId, zh: told, en: told, sentBy: owner.id, sentAt: clock }
    await tx.insert(tables.incidentNotices).values(noticed)
    await tx.insert(tables.letterBatches).values({
      ...{ orgId: kase.orgId, id: ids.batchId, kind: 'REMINDER', locale: 'zh-CN', total: 2, by: owner.id, at: clock },
    })
    const letter = { ...of, batchId: ids.batchId }
    await tx.insert(tables.letters).values([
      { ...letter, id: randomUUID(), position: 1 },
      {
        ...{ ...letter, id: ids.letterId, position: 2, state: 'WRITTEN', stamp: 'REMINDER@1/zh-CN/2026-11-21' },
        ...{ title: '催询函', text: '您好\n\n请答复。', hash: 'x', file: 'a'.repeat(64), by: owner.id, at: clock },
      },
    ])
    await tx
      .insert(tables.stageEvents)
      .values({ ...of, id: ids.eventId, from: 'CONFIRMING', to: 'MONITORING', by: owner.id, at: clock })
  })
  return ids
}
