import type { Locale } from '@/db/vocabulary'
import type { AuditEvents, AuditEventType } from '@/lib/core/audit'
import { type AuditSentences, audit } from '@/lib/i18n/messages/audit'
import { reports } from '@/lib/i18n/messages/reports'
import { type WordKind, words } from '@/lib/i18n/words'
import { amountText } from '@/lib/letters/wording'
import { money } from '@/lib/platform/money'

/** An event as it is stored: newer and older products may know other kinds. */
export type StoredEvent = { type: string } & Record<string, unknown>

/** What a reader brings along: their language, the office's kinds of evidence, and names of fields of a client's record. */
export type Reader = {
  locale: Locale
  evidenceTypes: readonly { code: string; nameZh: string; nameEn: string }[]
  fieldName: (field: string) => string
}

/** Which sentence of `lib/i18n/messages/audit.ts` tells of an event, and what fills its blanks. */
export type Told = { key: keyof AuditSentences; values: Record<string, string> }

/** An event in the reader's words, for `t(key, values)`; undefined for a kind this product does not know. */
export function told(event: StoredEvent, reader: Reader): Told | undefined {
  const key = event.type.replace('.', '_')
  if (!isKey(key)) return undefined
  const toFill: Record<string, Blank> = Object.entries(blanks).find(([type]) => type === event.type)?.[1] ?? {}
  const values = Object.entries(toFill).map(([name, blank]) => [name, inWords(event[name], blank, reader)])
  return { key, values: Object.fromEntries(values) }
}

const isKey = (text: string): text is keyof AuditSentences => Object.hasOwn(audit.zh, text)

/** Nothing and an empty list are `none`: sentences choose by that word. */
function inWords(value: unknown, blank: Blank, reader: Reader): string {
  const each = [value ?? []].flat().map((one) => readAs(blank, String(one), reader))
  return each.join(reader.locale === 'en' ? ', ' : '、') || 'none'
}

function readAs(blank: Blank, text: string, { locale, evidenceTypes, fieldName }: Reader): string {
  if (blank === 'plain') return text
  if (blank === 'moment') return `${text.slice(0, 16).replace('T', ' ')} UTC`
  if (blank === 'yuan') return amountText(money(text))
  if (blank === 'field') return fieldName(text)
  if (blank === 'report') return reportName(text, locale)
  const spoken = blank === 'evidenceType' ? evidenceWord(text, evidenceTypes) : glossary(blank)[text]
  return spoken?.[locale === 'en' ? 'en' : 'zh'] ?? text
}

function reportName(id: string, locale: Locale): string {
  const names: Record<string, string> = reports[locale === 'en' ? 'en' : 'zh'].name
  return names[id] ?? id
}

const glossary = (kind: WordKind): Record<string, { zh: string; en: string }> => words[kind]

function evidenceWord(code: string, types: Reader['evidenceTypes']) {
  const type = types.find((one) => one.code === code)
  return type && { zh: type.nameZh, en: type.nameEn }
}

/** How a value reads: a word of the glossary, an amount in CNY, an instant to the minute, a kind of evidence, a field's name, a report's, or as it is. */
type Blank = WordKind | 'yuan' | 'moment' | 'evidenceType' | 'field' | 'report' | 'plain'
type Blanks<Type extends AuditEventType> = { [Name in Exclude<keyof AuditEvents[Type], symbol | number>]?: Blank }

const blanks: { [Type in AuditEventType]: Blanks<Type> } = {
  'case.opened': { number: 'plain' },
  'case.moved': { from: 'stage', to: 'stage', overrode: 'plain' },
  'case.moveUndone': { to: 'stage' },
  'case.assigned': {},
  'case.nextActionSet': { action: 'nextAction' },
  'case.held': { until: 'plain' },
  'case.triaged': { result: 'triage' },
  'case.closed': { outcome: 'closingOutcome' },
  'case.sensitiveGranted': {},
  'client.created': {},
  'client.updated': { fields: 'field' },
  'client.revealed': { field: 'field' },
  'consent.given': { purpose: 'consent' },
  'consent.withdrawn': { purpose: 'consent' },
  'authorisation.recorded': {},
  'authorisation.revoked': {},
  'hardship.recorded': { hardship: 'hardship' },
  'statement.saved': { number: 'plain', disposable: 'yuan' },
  'debt.added': { owed: 'yuan' },
  'debt.updated': { owed: 'yuan' },
  'snapshot.recorded': {},
  'creditor.added': {},
  'product.added': {},
  'creditorContact.verified': {},
  'evidence.received': { code: 'evidenceType' },
  'evidence.reviewed': { status: 'evidenceStatus' },
  'evidence.requested': { code: 'evidenceType', deadline: 'plain' },
  'evidence.cannotProvide': {},
  'evidence.requestClosed': { code: 'evidenceType', evidenceId: 'plain' },
  'evidenceType.added': { code: 'evidenceType' },
  'verification.recorded': { deadline: 'plain' },
  'verification.answered': { answeredOn: 'plain' },
  'caseFile.exported': { files: 'plain' },
  'evidence.linked': { debtId: 'plain' },
  'evidence.confirmed': { channel: 'plain' },
  'evidenceType.updated': { code: 'evidenceType' },
  'checklist.saved': { hardship: 'hardship', number: 'plain' },
  'bundle.sent': { number: 'plain', files: 'plain' },
  'draft.kept': {},
  'draft.dropped': {},
  'contact.logged': { promisedReplyBy: 'plain' },
  'task.added': {},
  'task.completed': {},
  'proposal.drafted': { number: 'plain' },
  'proposal.saved': {},
  'proposal.presented': {},
  'proposal.checked': {},
  'proposal.approved': { channel: 'plain' },
  'proposal.sent': { number: 'plain' },
  'proposal.withdrawn': {},
  'factors.frozen': {},
  'decision.recorded': { result: 'decision' },
  'counter.accepted': {},
  'agreement.drafted': { total: 'yuan' },
  'agreement.confirmed': { paymentOrder: 'paymentOrder' },
  'agreement.opened': {},
  'agreement.signed': {},
  'agreement.activated': { overridden: 'plain' },
  'agreement.orderCorrected': { from: 'paymentOrder', to: 'paymentOrder', reason: 'orderCorrection' },
  'agreement.ended': { status: 'agreementStatus' },
  'agreement.resumed': { status: 'agreementStatus' },
  'payment.recorded': { amount: 'yuan' },
  'payment.struckOut': { amount: 'yuan', reason: 'strikeReason' },
  'payment.verified': { amount: 'yuan' },
  'payment.takenBack': { amount: 'yuan' },
  'conduct.logged': {},
  'fallback.planned': { option: 'fallbackOption', amount: 'yuan' },
  'fallback.updated': { progress: 'yuan' },
  'referralBody.added': {},
  'referralBody.retired': {},
  'analysis.saved': { rows: 'plain' },
  'analysis.removed': {},
  'report.prepared': { report: 'report', format: 'plain' },
  'report.scheduled': { report: 'report', day: 'plain', recipients: 'plain' },
  'reportSchedule.added': { report: 'report', recipients: 'plain' },
  'reportSchedule.paused': { report: 'report', isPaused: 'plain' },
  'reportSchedule.removed': { report: 'report' },
  'job.cancelled': {},
  'job.retried': {},
  'inbox.digestSet': { isOn: 'plain' },
  'inbox.read': { notices: 'plain' },
  'view.saved': { isShared: 'plain' },
  'view.removed': {},
  'view.chosen': { viewId: 'plain' },
  'import.started': { total: 'plain' },
  'import.written': { imported: 'plain', known: 'plain', refused: 'plain' },
  'import.undone': { clients: 'plain', cases: 'plain', debts: 'plain', kept: 'plain' },
  'history.started': { total: 'plain' },
  'history.written': { imported: 'plain', known: 'plain', refused: 'plain' },
  'history.undone': { outcomes: 'plain' },
  'likelihood.set': { isOn: 'plain' },
  'letterBatch.started': { kind: 'letterKind', total: 'plain' },
  'letterBatch.ended': { kind: 'letterKind', written: 'plain', cancelled: 'plain' },
  'letter.written': { kind: 'letterKind' },
  'letter.foundAgain': { kind: 'letterKind' },
  'letter.sent': { kind: 'letterKind', answerBy: 'plain' },
  'letter.skipped': { kind: 'letterKind' },
  'template.drafted': { kind: 'letterKind', locale: 'plain' },
  'template.published': { kind: 'letterKind', locale: 'plain', number: 'plain', from: 'plain' },
  'organisation.setUp': {},
  'organisation.updated': { supervisorChecks: 'plain', breachDays: 'plain', noResponseDays: 'plain' },
  'demo.loaded': {},
  'demo.cleared': {},
  'user.created': { roles: 'role' },
  'apiKey.created': { scope: 'plain' },
  'apiKey.revoked': { keys: 'plain' },
  'user.closed': {},
  'invitation.created': {},
  'invitation.shown': { field: 'field' },
  'invitation.used': {},
  'invitation.revoked': {},
  'invitation.askedAgain': {},
  'device.forgotten': {},
  'signingCode.issued': {},
  'message.written': { from: 'plain' },
  'budget.answered': {},
  'circumstance.told': {},
  'circumstance.handled': {},
  'calendar.opened': {},
  'calendar.closed': {},
  'rights.asked': {},
  'rights.answered': {},
  'rights.erasureProposed': {},
  'client.erased': { rows: 'plain', files: 'plain' },
  'backup.restored': { madeAt: 'moment' },
  'legalHold.placed': {},
  'legalHold.released': {},
  'protection.assessed': { version: 'plain' },
  'protection.reported': { version: 'plain', people: 'plain' },
  'protection.told': { version: 'plain', clients: 'plain' },
  'delegation.given': {},
  'delegation.revoked': {},
  'client.notified': {},
  'mail.retried': { mails: 'plain' },
  'mail.settled': { mails: 'plain' },
  'preference.set': { locale: 'plain' },
}
