import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import type { AuditEvents, AuditEventType } from '@/lib/core/audit'
import { messages } from '@/lib/i18n/catalogue'
import { audit } from '@/lib/i18n/messages/audit'
import { type StoredEvent, told } from './sentence'

const id = '11111111-1111-4111-8111-111111111111'
const samples: { [Type in AuditEventType]: AuditEvents[Type] } = {
  'case.opened': { caseId: id, clientId: id, number: 'XS-0001' },
  'case.moved': { caseId: id, from: 'SUBMITTED', to: 'COUNTERED', overrode: [] },
  'case.moveUndone': { caseId: id, from: 'COUNTERED', to: 'SUBMITTED' },
  'case.assigned': { caseId: id, from: id, to: id },
  'case.nextActionSet': { caseId: id, action: 'CALL_BACK', dueOn: null },
  'case.held': { caseId: id, until: '2026-12-01' },
  'case.triaged': { caseId: id, result: 'NEGOTIATE' },
  'case.closed': { caseId: id, outcome: 'PAID_IN_FULL' },
  'case.sensitiveGranted': { caseId: id, userId: id },
  'client.created': { clientId: id },
  'client.updated': { clientId: id, fields: ['phone', 'employment'] },
  'client.revealed': { clientId: id, field: 'phone' },
  'consent.given': { clientId: id, purpose: 'PROCESSING', textVersion: '2026-11' },
  'consent.withdrawn': { clientId: id, purpose: 'STATISTICS' },
  'authorisation.recorded': { clientId: id, authorisationId: id },
  'authorisation.revoked': { clientId: id, authorisationId: id },
  'hardship.recorded': { clientId: id, hardship: 'ILLNESS' },
  'statement.saved': { clientId: id, number: 2, disposable: '-120.50' },
  'debt.added': { caseId: id, debtId: id, owed: '93750.00' },
  'debt.updated': { caseId: id, debtId: id, fields: ['principal'], owed: '90000.00' },
  'snapshot.recorded': { caseId: id, debtId: id },
  'creditor.added': { creditorId: id },
  'product.added': { productId: id },
  'creditorContact.verified': { contactId: id },
  'evidence.received': { clientId: id, evidenceId: id, code: 'PAYSLIP', hash: 'a' },
  'evidence.reviewed': { clientId: id, evidenceId: id, status: 'VERIFIED' },
  'evidence.requested': { caseId: id, requestId: id, code: 'PAYSLIP', deadline: '2026-12-01' },
  'evidence.cannotProvide': { caseId: id, requestId: id },
  'evidence.requestClosed': { caseId: id, requestId: id, code: 'PAYSLIP', evidenceId: id },
  'evidenceType.added': { code: 'PAYSLIP' },
  'verification.recorded': { caseId: id, verificationId: id, deadline: null },
  'verification.answered': { caseId: id, verificationId: id, answeredOn: '2026-11-20' },
  'caseFile.exported': { caseId: id, files: 12, hash: 'c0ffee' },
  'evidence.linked': { clientId: id, evidenceId: id, debtId: null },
  'evidence.confirmed': { clientId: id, evidenceId: id, channel: 'PORTAL' },
  'evidenceType.updated': { code: 'PAYSLIP', isActive: true, validMonths: 6 },
  'checklist.saved': { hardship: 'ILLNESS', number: 2 },
  'bundle.sent': { caseId: id, bundleId: id, number: 1, files: 3, hash: 'c0ffee' },
  'draft.kept': { form: 'CONTACT' },
  'draft.dropped': { form: 'CONTACT' },
  'contact.logged': { caseId: id, contactId: id, promisedReplyBy: null },
  'task.added': { caseId: id, taskId: id },
  'task.completed': { caseId: id, taskId: id },
  'proposal.drafted': { caseId: id, versionId: id, number: 1 },
  'proposal.saved': { caseId: id, versionId: id, reliefs: ['TERM_EXTENSION'] },
  'proposal.presented': { caseId: id, versionId: id, hash: 'a' },
  'proposal.checked': { caseId: id, versionId: id },
  'proposal.approved': { caseId: id, versionId: id, hash: 'a', channel: 'PAPER' },
  'proposal.sent': { caseId: id, versionId: id, number: 1, letterHash: 'a' },
  'proposal.withdrawn': { caseId: id, versionId: id },
  'factors.frozen': { caseId: id, versionId: id, catalogue: 1 },
  'decision.recorded': { caseId: id, versionId: id, result: 'ACCEPTED_MODIFIED', reasons: [] },
  'counter.accepted': { caseId: id, versionId: id, decisionId: id },
  'agreement.drafted': { caseId: id, agreementId: id, total: '25912.94' },
  'agreement.confirmed': { caseId: id, agreementId: id, evidenceId: id, paymentOrder: 'PRINCIPAL_COSTS_INTEREST' },
  'agreement.opened': { caseId: id, agreementId: id },
  'agreement.signed': { caseId: id, agreementId: id },
  'agreement.activated': { caseId: id, agreementId: id, overridden: true },
  'agreement.orderCorrected': {
    ...{ caseId: id, agreementId: id, reason: 'AGREED_ANEW' },
    ...{ from: 'COSTS_INTEREST_PRINCIPAL', to: 'INTEREST_COSTS_PRINCIPAL' },
  },
  'agreement.ended': { caseId: id, agreementId: id, status: 'BROKEN' },
  'agreement.resumed': { caseId: id, agreementId: id, status: 'ACTIVE' },
  'payment.recorded': { caseId: id, paymentId: id, amount: '2159.41' },
  'payment.struckOut': { caseId: id, paymentId: id, amount: '2159.41', reason: 'TOLD_TWICE' },
  'payment.verified': { caseId: id, paymentId: id, amount: '2159.41' },
  'payment.takenBack': { caseId: id, paymentId: id, amount: '2159.41' },
  'conduct.logged': { caseId: id, entryId: id },
  'fallback.planned': { caseId: id, planId: id, option: 'FAMILY_HELP', amount: '3000.00' },
  'fallback.updated': { caseId: id, planId: id, status: 'OPEN', progress: '120.00' },
  'referralBody.added': { bodyId: id },
  'referralBody.retired': { bodyId: id },
  'import.started': { importId: id, total: 40 },
  'import.written': { importId: id, imported: 22, known: 1, refused: 2 },
  'import.undone': { importId: id, clients: 20, cases: 21, debts: 22, kept: 1 },
  'history.started': { importId: id, total: 400 },
  'history.written': { importId: id, imported: 180, known: 15, refused: 5 },
  'history.undone': { importId: id, outcomes: 180 },
  'likelihood.set': { isOn: true },
  'letterBatch.started': { batchId: id, kind: 'REMINDER', total: 12 },
  'letterBatch.ended': { batchId: id, kind: 'REMINDER', written: 10, cancelled: false },
  'letter.written': { caseId: id, batchId: id, kind: 'REMINDER', hash: 'a'.repeat(64) },
  'letter.foundAgain': { caseId: id, letterId: id, kind: 'TRUTH_DECLARATION' },
  'letter.sent': { caseId: id, letterId: id, contactId: id, kind: 'CREDIT_DISPUTE', answerBy: '2026-12-11' },
  'letter.skipped': { caseId: id, batchId: id, kind: 'REMINDER', why: 'ANSWERED' },
  'template.drafted': { kind: 'NEGOTIATION', locale: 'zh-CN' },
  'template.published': { kind: 'NEGOTIATION', locale: 'en', number: 3, from: null, hash: 'a'.repeat(64) },
  'organisation.setUp': { organisationId: id },
  'organisation.updated': { supervisorChecks: true, breachDays: 15, noResponseDays: 60 },
  'demo.loaded': { organisationId: id },
  'demo.cleared': { organisationId: id },
  'user.created': { userId: id, roles: ['ADMIN', 'SUPERVISOR'] },
  'apiKey.created': { userId: id, scope: 'read' },
  'apiKey.revoked': { userId: id, keys: 2 },
  'user.closed': { userId: id },
  'invitation.created': { clientId: id, invitationId: id },
  'invitation.shown': { clientId: id, invitationId: id, field: 'code' },
  'invitation.used': { clientId: id, invitationId: id },
  'invitation.revoked': { clientId: id, invitationId: id },
  'invitation.askedAgain': { clientId: id, invitationId: id },
  'device.forgotten': { clientId: id, deviceId: id },
  'signingCode.issued': { clientId: id },
  'message.written': { caseId: id, messageId: id, from: 'us' },
  'budget.answered': { clientId: id, question: 'food' },
  'circumstance.told': { caseId: id, circumstanceId: id, kind: 'ILLNESS' },
  'circumstance.handled': { caseId: id, circumstanceId: id },
  'calendar.opened': { clientId: id },
  'calendar.closed': { clientId: id },
  'rights.asked': { clientId: id, requestId: id, kind: 'EXPLAIN' },
  'rights.answered': { clientId: id, requestId: id, status: 'DONE' },
  'rights.erasureProposed': { clientId: id, requestId: id },
  'client.erased': { clientId: id, rows: 40, files: 2 },
  'backup.restored': { madeAt: '2026-11-21T02:00:00.000Z' },
  'legalHold.placed': { clientId: id, holdId: id },
  'legalHold.released': { clientId: id, holdId: id },
  'protection.assessed': { recordId: id, version: 1, decision: 'GO' },
  'protection.reported': { recordId: id, version: 2, people: 3, isClosed: false },
  'protection.told': { recordId: id, version: 2, clients: 3 },
  'delegation.given': { clientId: id, delegationId: id, verbs: ['READ'] },
  'delegation.revoked': { clientId: id, delegationId: id },
  'client.notified': { caseId: id },
  'mail.retried': { clientId: id, mails: 2 },
  'mail.settled': { clientId: id, mails: 1 },
  'preference.set': { locale: 'en' },
  'analysis.saved': { analysisId: id, rows: 120, hash: 'ab12' },
  'analysis.removed': { analysisId: id, hash: 'ab12' },
  'report.prepared': { jobId: id, report: 'creditors', format: 'xlsx' },
  'report.scheduled': { scheduleId: id, report: 'flow', day: '2026-11-23', recipients: 2 },
  'reportSchedule.added': { scheduleId: id, report: 'flow', recipients: 2 },
  'reportSchedule.paused': { scheduleId: id, report: 'flow', isPaused: true },
  'reportSchedule.removed': { scheduleId: id, report: 'flow' },
  'job.cancelled': { jobId: id, kind: 'REPORT' },
  'job.retried': { jobId: id, kind: 'REPORT' },
  'inbox.digestSet': { isOn: false },
  'inbox.read': { notices: 2 },
  'view.saved': { viewId: id, isShared: true },
  'view.removed': { viewId: id },
  'view.chosen': { viewId: null },
}
const events = Object.entries(samples).map(([type, facts]) => ({ type, ...facts }))

const evidenceTypes = [{ code: 'PAYSLIP', nameZh: '工资单', nameEn: 'Payslip' }]
const fieldNames: Record<string, string> = { phone: '手机号', employment: '工作情况' }

function say(locale: (typeof locales)[number], event: StoredEvent) {
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'audit',
    onError: (error) => {
      throw error
    },
  })
  const sentence = told(event, { locale, evidenceTypes, fieldName: (field) => fieldNames[field] ?? field })
  return sentence && t(sentence.key, sentence.values)
}

describe('the audit log in words', () => {
  test.each(locales)('every kind of event has a sentence without a gap, in %s', (locale) => {
    const sentences = events.map((event) => say(locale, event))
    expect(sentences).not.toContain(undefined)
    // No blank left open, no code, and nothing that was not filled.
    const broken = sentences.filter((sentence) => /[{}]|undefined|none|\b[A-Z]{3,}_[A-Z]+\b/.test(sentence ?? ''))
    expect(broken).toEqual([])
    expect(Object.keys(audit.zh)).toHaveLength(events.length)
  })

  test('codes are words of the glossary, amounts are amounts, evidence has the office’s own names', () => {
    expect(events.slice(1, 2).map((event) => say('zh-CN', event))).toEqual(['阶段由“审核中”移到“对方还价”'])
    expect(say('en', { type: 'case.moved', from: 'INTAKE', to: 'EVIDENCE', overrode: ['CONSENT'] })).toBe(
      'Moved from “Intake” to “Evidence” (supervisor’s override)',
    )
    expect(say('zh-CN', { type: 'debt.added', owed: '93750.00' })).toBe('登记借据，欠款 ¥93,750.00')
    expect(say('en', { type: 'evidence.requested', code: 'PAYSLIP', deadline: null })).toBe('Evidence requested: Payslip')
    expect(say('zh-CN', { type: 'client.updated', fields: ['phone', 'employment'] })).toBe('修改客户资料：手机号、工作情况')
    expect(say('zh-CN', { type: 'user.created', roles: ['ADMIN', 'SUPERVISOR'] })).toBe('新建账号：管理员、督导')
  })

  test('one is one in English, an instant is read to the minute, and a list of nothing is not said', () => {
    expect(say('en', { type: 'import.undone', clients: 1, cases: 2, debts: 1, kept: 0 })).toBe(
      'Import undone: 1 client, 2 cases and 1 loan note removed, 0 rows kept',
    )
    expect(say('en', { type: 'backup.restored', madeAt: '2026-11-21T02:00:00.000Z' })).toContain('2026-11-21 02:00 UTC')
    expect(say('zh-CN', { type: 'client.updated', fields: [] })).toBe('修改客户资料')
  })

  test('a case that is woken says so, rather than that it is held until nothing', () => {
    expect(say('zh-CN', { type: 'case.held', until: null })).toBe('取消暂停')
    expect(say('en', { type: 'case.held', until: '2026-12-01' })).toBe('On hold until 2026-12-01')
  })

  test('a confirmation tells what payments settle first, but one recorded before that was noted does not', () => {
    const confirmed = { type: 'agreement.confirmed', paymentOrder: 'INTEREST_PRINCIPAL_COSTS' }
    expect(say('zh-CN', confirmed)).toBe('登记书面确认，每期内抵充顺序：利息 → 本金 → 费用（合同约定）')
    expect(say('en', confirmed)).toBe(
      'Written confirmation recorded, order within each instalment: Interest → principal → costs (by contract)',
    )
    const corrected = { type: 'agreement.orderCorrected', ...samples['agreement.orderCorrected'] }
    expect(say('zh-CN', corrected)).toBe(
      '每期内抵充顺序由“费用 → 利息 → 本金（法定）”更正为“利息 → 费用 → 本金（合同约定）”：与债权方另有约定',
    )
    expect(say('zh-CN', { type: 'agreement.confirmed' })).toBe('登记书面确认')
    expect(say('en', { type: 'agreement.confirmed' })).toBe('Written confirmation recorded')
  })

  test('a payment struck out tells why, but one struck out before reasons were asked for does not', () => {
    const struck = { type: 'payment.struckOut', amount: '500.00', reason: 'NOT_ARRIVED' }
    expect(say('zh-CN', struck)).toBe('划去还款 ¥500.00：没有查到到账')
    expect(say('en', struck)).toBe('Payment of ¥500.00 struck out: Not found to have arrived')
    expect(say('zh-CN', { type: 'payment.struckOut', amount: '500.00' })).toBe('划去还款 ¥500.00')
  })

  test('an event of another version of the product is left to be shown by its name', () => {
    expect(say('zh-CN', { type: 'case.teleported' })).toBeUndefined()
    expect(say('zh-CN', { type: 'constructor' })).toBeUndefined()
  })
})
