import type { CommandName, QueryName } from '@/lib/core/permissions'

/** Whose record a call touches: a case or client in the caller's scope, something of the whole office, or the caller's own. */
export type ObjectKind = 'case' | 'client' | 'office' | 'own'

/** Where a command or query is found below /api/v1. A word in braces is a field of its input. */
export type Route = { method: 'GET' | 'POST' | 'PATCH'; path: string; object: ObjectKind; creates?: true; takesFile?: true }

const get = (path: string, object: ObjectKind): Route => ({ method: 'GET', path, object })
const post = (path: string, object: ObjectKind): Route => ({ method: 'POST', path, object })
const patch = (path: string, object: ObjectKind): Route => ({ method: 'PATCH', path, object })
const create = (path: string, object: ObjectKind): Route => ({ method: 'POST', path, object, creates: true })
const upload = (path: string, object: ObjectKind): Route => ({ ...create(path, object), takesFile: true })

/** Demo offices are built and dropped whole, from setup and the command line, not by a call about one of their records. */
export type RegisteredCommand = Exclude<CommandName, 'demo.load' | 'demo.clear'>

export const commandRoutes: Record<RegisteredCommand, Route> = {
  'case.open': create('cases', 'client'),
  'case.move': post('cases/{caseId}/move', 'case'),
  'case.undoMove': post('cases/{caseId}/undo-move', 'case'),
  'case.assign': post('cases/{caseId}/assign', 'case'),
  'case.setNextAction': post('cases/{caseId}/next-action', 'case'),
  'case.hold': post('cases/{caseId}/hold', 'case'),
  'case.triage': post('cases/{caseId}/triage', 'case'),
  'case.grantSensitive': post('cases/{caseId}/sensitive-grants', 'case'),
  'client.create': create('clients', 'office'),
  'client.update': patch('clients/{clientId}', 'client'),
  'client.reveal': post('clients/{clientId}/reveal', 'client'),
  'consent.give': create('clients/{clientId}/consents', 'client'),
  'consent.withdraw': post('clients/{clientId}/consents/withdraw', 'client'),
  'authorisation.record': create('clients/{clientId}/authorisations', 'client'),
  'authorisation.revoke': post('authorisations/{authorisationId}/revoke', 'client'),
  'hardship.record': create('clients/{clientId}/hardships', 'client'),
  'statement.save': create('statements', 'client'),
  'debt.add': create('debts', 'case'),
  'debt.update': patch('debts/{debtId}', 'case'),
  'snapshot.record': create('debts/{debtId}/snapshots', 'case'),
  'creditor.add': create('creditors', 'office'),
  'product.add': create('creditors/{creditorId}/products', 'office'),
  'creditorContact.add': create('creditors/{creditorId}/contacts', 'office'),
  'creditorContact.verify': post('creditor-contacts/{contactId}/verify', 'office'),
  'evidence.upload': upload('evidence', 'client'),
  'evidence.review': post('evidence/{evidenceId}/review', 'client'),
  'evidence.request': create('evidence-requests', 'case'),
  'evidenceType.add': create('evidence-types', 'office'),
  'contact.log': create('contacts', 'case'),
  'task.add': create('tasks', 'case'),
  'task.complete': post('tasks/{taskId}/complete', 'case'),
  'proposal.draft': create('proposals', 'case'),
  'proposal.save': patch('proposals/{versionId}', 'case'),
  'proposal.present': post('proposals/{versionId}/present', 'case'),
  'proposal.recordApproval': post('proposals/{versionId}/approval', 'case'),
  'proposal.check': post('proposals/{versionId}/check', 'case'),
  'proposal.send': post('proposals/{versionId}/send', 'case'),
  'proposal.withdraw': post('proposals/{versionId}/withdraw', 'case'),
  'decision.record': create('decisions', 'case'),
  'decision.acceptCounter': post('decisions/{decisionId}/accept', 'case'),
  'agreement.confirm': post('agreements/{agreementId}/confirm', 'case'),
  'agreement.override': post('agreements/{agreementId}/override', 'case'),
  'agreement.recordReceipt': post('agreements/{agreementId}/receipt', 'case'),
  'agreement.break': post('agreements/{agreementId}/break', 'case'),
  'payment.record': create('payments', 'case'),
  'payment.verify': post('payments/{paymentId}/verify', 'case'),
  'user.create': create('users', 'office'),
  'preference.set': post('preferences', 'own'),
  'portal.upload': upload('portal/evidence', 'own'),
  'portal.cannotProvide': post('portal/requests/{requestId}/cannot-provide', 'own'),
  'portal.approve': post('portal/proposals/{versionId}/approve', 'own'),
  'portal.openReceipt': post('portal/agreements/{agreementId}/open', 'own'),
  'portal.sign': post('portal/agreements/{agreementId}/sign', 'own'),
  'portal.reportPayment': create('portal/payments', 'own'),
}

export const queryRoutes: Record<QueryName, Route> = {
  'board.window': get('board', 'office'),
  'board.column': get('board/columns/{stage}', 'office'),
  'board.card': get('board/cards/{caseId}', 'case'),
  'case.list': get('cases', 'office'),
  'case.get': get('cases/{caseId}', 'case'),
  'case.history': get('cases/{caseId}/history', 'case'),
  search: get('search', 'office'),
  today: get('today', 'office'),
  'client.list': get('clients', 'office'),
  'client.get': get('clients/{clientId}', 'client'),
  // Names and numbers of people stay out of addresses, which end up in logs.
  'client.duplicates': post('clients/duplicates', 'office'),
  'debt.list': get('debts', 'case'),
  'statement.list': get('statements', 'client'),
  'evidence.list': get('evidence', 'client'),
  'evidence.file': get('evidence/{evidenceId}/file', 'client'),
  'evidence.original': get('evidence/{evidenceId}/original', 'client'),
  'contact.list': get('contacts', 'case'),
  'proposal.list': get('proposals', 'case'),
  'proposal.get': get('proposals/{versionId}', 'case'),
  'proposal.letter': get('proposals/{versionId}/letter', 'case'),
  'offer.list': get('cases/{caseId}/offers', 'case'),
  'decision.list': get('decisions', 'case'),
  'agreement.list': get('agreements', 'case'),
  'creditor.list': get('creditors', 'office'),
  'member.list': get('members', 'office'),
  'organisation.get': get('organisation', 'office'),
  'evidenceType.list': get('evidence-types', 'office'),
  'audit.list': get('audit', 'office'),
  'audit.verify': get('audit/verification', 'office'),
  'access.list': get('access-log', 'office'),
  'analytics.get': get('analytics', 'office'),
  'analytics.export': get('analytics/export', 'office'),
  'export.table': get('exports/{kind}', 'office'),
  'portal.home': get('portal', 'own'),
  'portal.proposal': get('portal/proposals/{versionId}', 'own'),
  'portal.plan': get('portal/agreements/{agreementId}', 'own'),
  'portal.request': get('portal/requests/{requestId}', 'own'),
  'portal.file': get('portal/agreements/{agreementId}/paper', 'own'),
}
