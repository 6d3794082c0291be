import type {
  CaseStage,
  ClosingOutcome,
  ConsentPurpose,
  DecisionResult,
  DraftForm,
  EvidenceStatus,
  FallbackOption,
  FallbackStatus,
  HardshipType,
  LetterKind,
  Locale,
  NextActionCode,
  OrderCorrection,
  PaymentOrder,
  RefusalReason,
  ReliefType,
  Role,
  StrikeReason,
  TriageResult,
} from '@/db/vocabulary'
import type { JobKind } from '@/db/vocabulary-jobs'

type OfCase = { caseId: string }
type OfClient = { clientId: string }

/** What happened, in ids, codes and amounts: never names or free text. One row per kind of event. */
export type AuditEvents = {
  'case.opened': OfCase & OfClient & { number: string }
  'case.moved': OfCase & { from: CaseStage; to: CaseStage; overrode: string[] }
  'case.moveUndone': OfCase & { from: CaseStage; to: CaseStage }
  'case.assigned': OfCase & { from: string; to: string }
  'case.nextActionSet': OfCase & { action: NextActionCode; dueOn: string | null }
  'case.held': OfCase & { until: string | null }
  'case.triaged': OfCase & { result: TriageResult }
  'case.closed': OfCase & { outcome: ClosingOutcome }
  'case.sensitiveGranted': OfCase & { userId: string }
  'client.created': OfClient
  'client.updated': OfClient & { fields: string[] }
  'client.revealed': OfClient & { field: string }
  'consent.given': OfClient & { purpose: ConsentPurpose; textVersion: string }
  'consent.withdrawn': OfClient & { purpose: ConsentPurpose }
  'authorisation.recorded': OfClient & { authorisationId: string }
  'authorisation.revoked': OfClient & { authorisationId: string }
  'hardship.recorded': OfClient & { hardship: HardshipType }
  'statement.saved': OfClient & { number: number; disposable: string }
  'debt.added': OfCase & { debtId: string; owed: string }
  'debt.updated': OfCase & { debtId: string; fields: string[]; owed: string }
  'snapshot.recorded': OfCase & { debtId: string }
  'creditor.added': { creditorId: string }
  'product.added': { productId: string }
  'creditorContact.verified': { contactId: string }
  'evidence.received': OfClient & { evidenceId: string; code: string; hash: string; caseId?: string }
  'evidence.reviewed': OfClient & { evidenceId: string; status: EvidenceStatus; caseId?: string }
  'evidence.requested': OfCase & { requestId: string; code: string; deadline: string | null }
  'evidence.cannotProvide': OfCase & { requestId: string }
  /** `evidenceId`: what answered it; null where it was not needed any more. */
  'evidence.requestClosed': OfCase & { requestId: string; code: string; evidenceId: string | null }
  'evidenceType.added': { code: string }
  'verification.recorded': OfCase & { verificationId: string; deadline: string | null }
  'verification.answered': OfCase & { verificationId: string; answeredOn: string }
  'caseFile.exported': OfCase & { files: number; hash: string }
  'evidence.linked': OfClient & { evidenceId: string; debtId: string | null; caseId?: string }
  'evidence.confirmed': OfClient & { evidenceId: string; channel: 'PORTAL' | 'PAPER' | 'PHONE' }
  'evidenceType.updated': { code: string; isActive: boolean; validMonths: number | null }
  'checklist.saved': { hardship: HardshipType | 'EVERY'; number: number }
  'bundle.sent': OfCase & { bundleId: string; number: number; files: number; hash: string }
  'draft.kept': { form: DraftForm }
  'draft.dropped': { form: DraftForm }
  'contact.logged': OfCase & { contactId: string; promisedReplyBy: string | null }
  'task.added': OfCase & { taskId: string }
  'task.completed': OfCase & { taskId: string }
  'proposal.drafted': OfCase & { versionId: string; number: number }
  'proposal.saved': OfCase & { versionId: string; reliefs: ReliefType[] }
  'proposal.presented': OfCase & { versionId: string; hash: string }
  'proposal.checked': OfCase & { versionId: string }
  'proposal.approved': OfCase & { versionId: string; hash: string; channel: 'PORTAL' | 'PAPER' | 'PHONE' }
  'proposal.sent': OfCase & { versionId: string; number: number; letterHash: string }
  'proposal.withdrawn': OfCase & { versionId: string }
  'factors.frozen': OfCase & { versionId: string; catalogue: number }
  'decision.recorded': OfCase & { versionId: string; result: DecisionResult; reasons: RefusalReason[] }
  'counter.accepted': OfCase & { versionId: string; decisionId: string }
  'agreement.drafted': OfCase & { agreementId: string; total: string }
  'agreement.confirmed': OfCase & { agreementId: string; evidenceId: string; paymentOrder: PaymentOrder }
  'agreement.opened': OfCase & { agreementId: string }
  'agreement.signed': OfCase & { agreementId: string }
  'agreement.activated': OfCase & { agreementId: string; overridden: boolean }
  'agreement.orderCorrected': OfCase & { agreementId: string; from: PaymentOrder; to: PaymentOrder; reason: OrderCorrection }
  'agreement.ended': OfCase & { agreementId: string; status: 'COMPLETED' | 'BROKEN' | 'CANCELLED_BY_CREDITOR' | 'REPLACED' }
  'agreement.resumed': OfCase & { agreementId: string; status: 'ACTIVE' | 'DRAFT' }
  'payment.recorded': OfCase & { paymentId: string; amount: string }
  'payment.struckOut': OfCase & { paymentId: string; amount: string; reason: StrikeReason }
  'payment.verified': OfCase & { paymentId: string; amount: string }
  'payment.takenBack': OfCase & { paymentId: string; amount: string }
  'conduct.logged': OfCase & { entryId: string }
  'fallback.planned': OfCase & { planId: string; option: FallbackOption; amount: string }
  'fallback.updated': OfCase & { planId: string; status: FallbackStatus; progress: string }
  'referralBody.added': { bodyId: string }
  'referralBody.retired': { bodyId: string }
  'letterBatch.started': { batchId: string; kind: LetterKind; total: number }
  'letterBatch.ended': { batchId: string; kind: LetterKind; written: number; cancelled: boolean }
  'letter.written': OfCase & { batchId: string; kind: LetterKind; hash: string }
  'letter.foundAgain': OfCase & { letterId: string; kind: LetterKind }
  'letter.sent': OfCase & { letterId: string; contactId: string; kind: LetterKind; answerBy: string | null }
  'letter.skipped': OfCase & { batchId: string; kind: LetterKind; why: string }
  'import.started': { importId: string; total: number }
  'import.written': { importId: string; imported: number; known: number; refused: number }
  'import.undone': { importId: string; clients: number; cases: number; debts: number; kept: number }
  'history.started': { importId: string; total: number }
  'history.written': { importId: string; imported: number; known: number; refused: number }
  'history.undone': { importId: string; outcomes: number }
  'likelihood.set': { isOn: boolean }
  'template.drafted': { kind: LetterKind; locale: Locale }
  'template.published': { kind: LetterKind; locale: Locale; number: number; from: number | null; hash: string }
  'organisation.setUp': { organisationId: string }
  'organisation.updated': { supervisorChecks: boolean; breachDays: number; noResponseDays: number }
  'demo.loaded': { organisationId: string }
  'demo.cleared': { organisationId: string }
  'user.created': { userId: string; roles: Role[] }
  'apiKey.created': { userId: string; scope: 'read' | 'write' }
  'apiKey.revoked': { userId: string; keys: number }
  'user.closed': { userId: string }
  'invitation.created': OfClient & { invitationId: string }
  'invitation.shown': OfClient & { invitationId: string; field: string }
  'invitation.used': OfClient & { invitationId: string }
  'invitation.revoked': OfClient & { invitationId: string }
  'invitation.askedAgain': OfClient & { invitationId: string }
  'device.forgotten': OfClient & { deviceId: string }
  'signingCode.issued': OfClient
  'message.written': OfCase & { messageId: string; from: 'us' | 'client' }
  'budget.answered': OfClient & { question: string }
  'circumstance.told': OfCase & { circumstanceId: string; kind: string }
  'circumstance.handled': OfCase & { circumstanceId: string }
  'calendar.opened': OfClient
  'calendar.closed': OfClient
  'rights.asked': OfClient & { requestId: string; kind: string }
  'rights.answered': OfClient & { requestId: string; status: string }
  'rights.erasureProposed': OfClient & { requestId: string }
  'client.erased': OfClient & { rows: number; files: number }
  'backup.restored': { madeAt: string }
  'legalHold.placed': OfClient & { holdId: string }
  'legalHold.released': OfClient & { holdId: string }
  'protection.assessed': { recordId: string; version: number; decision: string }
  'protection.reported': { recordId: string; version: number; people: number; isClosed: boolean }
  'protection.told': { recordId: string; version: number; clients: number }
  'delegation.given': OfClient & { delegationId: string; verbs: string[] }
  'delegation.revoked': OfClient & { delegationId: string }
  'client.notified': OfCase
  'mail.retried': OfClient & { mails: number }
  'mail.settled': OfClient & { mails: number }
  'preference.set': { locale: Locale }
  'analysis.saved': { analysisId: string; rows: number; hash: string }
  'analysis.removed': { analysisId: string; hash: string }
  'report.prepared': { jobId: string; report: string; format: string }
  'report.scheduled': { scheduleId: string; report: string; day: string; recipients: number }
  'reportSchedule.added': { scheduleId: string; report: string; recipients: number }
  'reportSchedule.paused': { scheduleId: string; report: string; isPaused: boolean }
  'reportSchedule.removed': { scheduleId: string; report: string }
  'job.cancelled': { jobId: string; kind: JobKind }
  'job.retried': { jobId: string; kind: JobKind }
  'inbox.digestSet': { isOn: boolean }
  'inbox.read': { notices: number }
  'view.saved': { viewId: string; isShared: boolean }
  'view.removed': { viewId: string }
  'view.chosen': { viewId: string | null }
}

export type AuditEventType = keyof AuditEvents
export type AuditEvent = { [Type in AuditEventType]: { type: Type } & AuditEvents[Type] }[AuditEventType]
