import type { Role } from '@/db/vocabulary'
import type { Actor } from './actor'

const everyone = ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'ANALYST', 'AUDITOR', 'CLIENT', 'DELEGATE'] as const
const staff = ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'ANALYST', 'AUDITOR'] as const
const readers = ['SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'AUDITOR'] as const
const intake = ['SUPERVISOR', 'COUNSELLOR', 'ASSISTANT'] as const
const casework = ['SUPERVISOR', 'COUNSELLOR'] as const
const supervision = ['SUPERVISOR'] as const
const administration = ['ADMIN'] as const
const offices = ['ADMIN', 'SUPERVISOR'] as const
const portal = ['CLIENT', 'DELEGATE'] as const
const templateReaders = ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR'] as const

/** Who may change what: one row per command. The rows an actor may touch are decided by `visibleTo` and row-level security. */
export const commandRoles = {
  'case.open': intake,
  'case.move': casework,
  'case.undoMove': casework,
  'case.assign': supervision,
  'case.setNextAction': intake,
  'case.hold': casework,
  'case.triage': casework,
  'case.grantSensitive': supervision,
  'client.create': intake,
  'client.update': intake,
  'client.reveal': readers,
  'consent.give': intake,
  'consent.withdraw': intake,
  'authorisation.record': intake,
  'authorisation.revoke': casework,
  'hardship.record': intake,
  'statement.save': intake,
  'debt.add': intake,
  'debt.update': intake,
  'snapshot.record': intake,
  'creditor.add': offices,
  'product.add': offices,
  'creditorContact.add': intake,
  'creditorContact.verify': intake,
  'evidence.upload': intake,
  'evidence.review': casework,
  'evidence.request': intake,
  'evidenceType.add': offices,
  'bundle.send': casework,
  'contact.log': intake,
  'task.add': intake,
  'task.complete': intake,
  'proposal.draft': casework,
  'proposal.save': casework,
  'proposal.present': casework,
  'proposal.recordApproval': casework,
  'proposal.check': supervision,
  'proposal.send': casework,
  'proposal.withdraw': casework,
  'decision.record': casework,
  'decision.acceptCounter': casework,
  'agreement.confirm': casework,
  'agreement.override': supervision,
  'agreement.recordReceipt': casework,
  'agreement.break': casework,
  'payment.record': intake,
  'payment.verify': casework,
  'fallback.plan': casework,
  'fallback.update': intake,
  'referralBody.add': offices,
  'referralBody.retire': offices,
  'template.save': offices,
  'template.publish': offices,
  'template.rollBack': offices,
  'demo.load': offices,
  'demo.clear': offices,
  'user.create': administration,
  'preference.set': everyone,
  'portal.upload': portal,
  'portal.cannotProvide': portal,
  'portal.approve': portal,
  'portal.openReceipt': portal,
  'portal.sign': portal,
  'portal.reportPayment': portal,
  'portal.revokeAuthority': ['CLIENT'],
  'portal.signAuthority': ['CLIENT'],
  'portal.withdrawConsent': ['CLIENT'],
  'portal.giveConsent': ['CLIENT'],
  'signingCode.issue': intake,
  'invitation.revoke': casework,
  'invitation.create': intake,
  'invitation.askAgain': [],
  'portal.enter': [],
  'portal.setSafePhrase': ['CLIENT'],
} as const satisfies Record<string, readonly Role[]>

/** Who may ask what: one row per query. */
export const queryRoles = {
  'board.window': readers,
  'board.column': readers,
  'board.card': readers,
  'case.list': readers,
  'case.get': readers,
  'case.history': readers,
  search: readers,
  today: readers,
  'client.list': readers,
  'client.get': readers,
  'client.duplicates': intake,
  'debt.list': readers,
  'statement.list': readers,
  'evidence.list': readers,
  'evidence.file': readers,
  'evidence.original': intake,
  'bundle.list': readers,
  'bundle.download': intake,
  'contact.list': readers,
  'proposal.list': readers,
  'proposal.get': readers,
  'proposal.letter': readers,
  'offer.list': readers,
  'decision.list': readers,
  'agreement.list': readers,
  'fallback.list': readers,
  'referralBody.list': staff,
  schedule: staff,
  quote: staff,
  'template.list': templateReaders,
  'template.get': templateReaders,
  'template.values': templateReaders,
  'creditor.list': staff,
  'member.list': staff,
  'organisation.get': staff,
  'evidenceType.list': staff,
  'audit.list': ['ADMIN', 'AUDITOR', 'SUPERVISOR'],
  'audit.verify': ['ADMIN', 'AUDITOR', 'SUPERVISOR'],
  'access.list': ['ADMIN', 'AUDITOR'],
  'analytics.get': ['SUPERVISOR', 'ANALYST', 'COUNSELLOR', 'AUDITOR'],
  'analytics.export': ['SUPERVISOR', 'ANALYST', 'COUNSELLOR'],
  'analytics.cases': ['SUPERVISOR', 'COUNSELLOR', 'AUDITOR'],
  'export.table': ['SUPERVISOR', 'COUNSELLOR', 'ANALYST'],
  'portal.home': portal,
  'portal.proposal': portal,
  'portal.plan': portal,
  'portal.request': portal,
  'portal.file': portal,
  'portal.authority': ['CLIENT'],
  'portal.consents': ['CLIENT'],
  'portal.frame': portal,
  'invitation.list': intake,
  'portal.budgetActions': portal,
} as const satisfies Record<string, readonly Role[]>

export type CommandName = keyof typeof commandRoles
export type QueryName = keyof typeof queryRoles

const allows = (roles: readonly Role[], actor: Actor) =>
  actor.kind === 'system' || actor.roles.some((role) => roles.includes(role))

/** May this actor ask or change this at all? Which rows it concerns is decided elsewhere. */
export const mayAsk = (actor: Actor, name: QueryName) => allows(queryRoles[name], actor)
export const mayDo = (actor: Actor, name: CommandName) => actor.mayWrite && allows(commandRoles[name], actor)
