import type { QueryName } from '@/lib/core/permissions'
import type { RegisteredCommand } from '@/lib/registry/routes'
import { type Chain, photo } from './chain'

type Sample = (chain: Chain) => Record<string, unknown>

const ofCase: Sample = ({ ids }) => ({ caseId: ids.caseId })
const ofClient: Sample = ({ ids }) => ({ clientId: ids.clientId })
const ofDraft: Sample = ({ ids }) => ({ versionId: ids.draftId, version: 1 })
const ofAgreement: Sample = ({ ids }) => ({ agreementId: ids.agreementId, version: 1 })
const ofEvidence: Sample = ({ ids }) => ({ evidenceId: ids.evidenceId })
const nothing: Sample = () => ({})
const both =
  (...samples: Sample[]): Sample =>
  (chain) =>
    Object.assign({}, ...samples.map((sample) => sample(chain)))
const versioned = both(ofCase, () => ({ version: 1 }))
const plus = (sample: Sample, more: Record<string, unknown>) => both(sample, () => more)
const [day, password] = ['2026-11-21', 'correct horse battery staple']

/** One call of every command and query about a chain, valid as far as its input goes. A new one is asked for by the compiler. */
export const samples: Record<RegisteredCommand | QueryName, Sample> = {
  'case.open': ({ ids, creditorId, productId }) => ({ clientId: ids.clientId, creditorId, productId }),
  'case.move': plus(versioned, { to: 'FALLBACK', fallback: 'BROKEN', reason: '未按期还款' }),
  'case.undoMove': both(versioned, ({ ids }) => ({ eventId: ids.eventId })),
  'case.assign': both(versioned, ({ ownerId }) => ({ ownerId })),
  'case.setNextAction': plus(versioned, { action: 'CALL_BACK', dueOn: day }),
  'case.hold': plus(versioned, { until: null }),
  'case.triage': plus(versioned, { result: 'NEGOTIATE', reason: '可以协商' }),
  'case.grantSensitive': both(ofCase, ({ ownerId }) => ({ userId: ownerId, reason: '需要看诊断' })),
  'client.create': () => ({ name: '赵新' }),
  'client.update': plus(ofClient, { version: 1, employment: '教师' }),
  'client.reveal': plus(ofClient, { field: 'name' }),
  'consent.give': plus(ofClient, { purpose: 'STATISTICS', channel: 'PAPER' }),
  'consent.withdraw': plus(ofClient, { purpose: 'PROCESSING' }),
  'authorisation.record': plus(ofClient, { agent: '阳光', matters: '协商', validFrom: day, signedOn: day }),
  'authorisation.revoke': ({ ids }) => ({ authorisationId: ids.authorisationId }),
  'hardship.record': plus(ofClient, { type: 'ILLNESS', startedOn: '2026-09-01' }),
  'statement.save': plus(ofClient, {
    asOf: day,
    reserve: '200',
    lines: [{ kind: 'income', category: 'EARNINGS', amount: '5200' }],
  }),
  'debt.add': plus(ofCase, { principal: '1000', method: 'EQUAL_INSTALMENT' }),
  'debt.update': ({ ids }) => ({ debtId: ids.debtId, version: 1, principal: '11000' }),
  'snapshot.record': ({ ids }) => ({ debtId: ids.debtId, ...emptyBuckets, principal: '12000' }),
  'creditor.add': () => ({ legalName: '某银行', shortName: '某行', regulatorClass: 'BANK', source: '合同', asOf: day }),
  'product.add': ({ creditorId }) => ({ creditorId, brand: '某贷', type: 'BANK_LOAN', source: '合同', asOf: day }),
  'creditorContact.add': ({ creditorId }) => ({ creditorId, channel: 'PHONE', value: '95188', source: '官网' }),
  'creditorContact.verify': ({ ids }) => ({ contactId: ids.contactId }),
  'evidence.upload': plus(ofClient, { code: 'INCOME_PROOF', fileName: 'a.png', content: photo }),
  'evidence.review': plus(ofEvidence, { version: 1, status: 'VERIFIED' }),
  'evidence.request': plus(ofCase, { code: 'PAYSLIP' }),
  'evidenceType.add': () => ({ code: 'SAMPLE_KIND', nameZh: '样本', nameEn: 'Sample' }),
  'bundle.send': ({ ids }) => ({
    ...{
      caseId: ids.caseId,
      evidenceIds: [ids.evidenceId],
      creditorContactId: ids.contactId,
      purpose: '说明困难',
      truth: 'PAPER',
    },
  }),
  'contact.log': plus(ofCase, { channel: 'PHONE', purpose: 'FOLLOW_UP', summary: '已跟进' }),
  'task.add': plus(ofCase, { title: '回电' }),
  'task.complete': ({ ids }) => ({ taskId: ids.taskId }),
  'proposal.draft': ofCase,
  'proposal.save': plus(ofDraft, { sourceOfFunds: '工资' }),
  'proposal.present': ofDraft,
  'proposal.recordApproval': plus(ofDraft, { channel: 'PAPER' }),
  'proposal.check': ofDraft,
  'proposal.send': plus(ofDraft, { channel: 'APP_CHAT', proof: '会话', expectedReplyBy: '2026-12-05' }),
  'proposal.withdraw': ({ ids }) => ({ versionId: ids.versionId, version: 1 }),
  'decision.record': ({ ids }) => ({ versionId: ids.versionId, result: 'ACCEPTED', decidedOn: day, channel: 'PHONE' }),
  'decision.acceptCounter': ({ ids }) => ({ decisionId: ids.decisionId }),
  'agreement.confirm': both(ofAgreement, ofEvidence, () => ({ confirmedOn: day })),
  'agreement.override': plus(ofAgreement, { reason: '债权方不出纸面确认' }),
  'agreement.recordReceipt': both(ofAgreement, ofEvidence, ({ name }) => ({ signedOn: day, name, clientHasRead: true })),
  'agreement.break': plus(ofAgreement, { cause: 'CREDITOR_NOTICE', reason: '债权方通知' }),
  'payment.record': ({ ids }) => ({ agreementId: ids.agreementId, paidOn: day, amount: '100' }),
  'payment.verify': ({ ids }) => ({ paymentId: ids.paymentId }),
  'fallback.plan': plus(ofCase, {
    plan: { kind: 'FAMILY_HELP', title: '母亲', amount: '2000', isLoan: true, isWritten: false },
  }),
  'fallback.update': ({ ids }) => ({ planId: ids.planId, version: 1, progress: '100' }),
  'referralBody.add': () => ({
    name: '某援助中心',
    type: 'LEGAL_AID',
    contact: '12348',
    isFree: true,
    source: '官网',
    asOf: day,
  }),
  'referralBody.retire': ({ ids }) => ({ bodyId: ids.bodyId }),
  'user.create': () => ({ email: 'new@example.test', name: '新人', roles: ['COUNSELLOR'], password }),
  'preference.set': () => ({ locale: 'zh-CN' }),
  'portal.upload': ({ ids }) => ({ requestId: ids.requestId, fileName: 'a.png', content: photo, consent: 'on' }),
  'portal.cannotProvide': ({ ids }) => ({ requestId: ids.requestId }),
  'portal.approve': both(ofDraft, ({ name }) => ({ name, hasRead: 'on' })),
  'portal.openReceipt': ({ ids }) => ({ agreementId: ids.agreementId }),
  'portal.sign': both(ofAgreement, ({ name }) => ({ name, hasRead: 'on' })),
  'portal.reportPayment': ({ ids }) => ({ agreementId: ids.agreementId, paidOn: day, amount: '100' }),
  'portal.setSafePhrase': () => ({ phrase: '青石小巷' }),
  'portal.enter': ({ ids }) => ({ invitationId: ids.invitationId }),
  'invitation.askAgain': ({ ids }) => ({ invitationId: ids.invitationId }),
  'invitation.create': ofClient,
  'invitation.revoke': ({ ids }) => ({ invitationId: ids.invitationId }),
  'signingCode.issue': ofClient,
  'invitation.list': ofClient,
  'portal.frame': nothing,
  'board.window': nothing,
  'board.column': () => ({ stage: 'MONITORING' }),
  'board.card': ofCase,
  'case.list': nothing,
  'case.get': ofCase,
  'case.history': ofCase,
  'client.list': nothing,
  'client.get': ofClient,
  'client.duplicates': ({ name }) => ({ name }),
  'statement.list': ofClient,
  'debt.list': ofCase,
  'evidence.list': ofClient,
  'evidence.file': ofEvidence,
  'evidence.original': ofEvidence,
  'bundle.list': ofCase,
  'bundle.download': ({ ids }) => ({ bundleId: ids.bundleId }),
  'contact.list': ofCase,
  'fallback.list': ofCase,
  'referralBody.list': nothing,
  'creditor.list': nothing,
  'member.list': nothing,
  'organisation.get': nothing,
  'evidenceType.list': nothing,
  'proposal.list': ofCase,
  'proposal.get': ({ ids }) => ({ versionId: ids.versionId }),
  'proposal.letter': ({ ids }) => ({ versionId: ids.versionId }),
  'offer.list': ofCase,
  'decision.list': ofCase,
  'agreement.list': ofCase,
  'analytics.get': nothing,
  'analytics.export': nothing,
  'export.table': () => ({ kind: 'cases' }),
  'audit.list': nothing,
  'audit.verify': nothing,
  'access.list': nothing,
  search: ({ name }) => ({ q: name }),
  today: nothing,
  'portal.home': nothing,
  'portal.budgetActions': nothing,
  'portal.proposal': ({ ids }) => ({ versionId: ids.versionId }),
  'portal.plan': ({ ids }) => ({ agreementId: ids.agreementId }),
  'portal.request': ({ ids }) => ({ requestId: ids.requestId }),
  'portal.file': ({ ids }) => ({ agreementId: ids.agreementId }),
}

const emptyBuckets = {
  ...{ principal: '0', overduePrincipal: '0', interest: '0', overdueInterest: '0', penaltyPrincipal: '0', penaltyInterest: '0' },
  fees: '0',
}
