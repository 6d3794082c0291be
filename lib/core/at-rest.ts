import type { CommandName } from './permissions'

/** Which values of which fields of an input a row is about; `plan.kind` is a field of a field. */
type Values = Readonly<Record<string, readonly string[]>>

/**
 * What a command does while the client has taken the basic consent back: `correction` goes on for who asked us to correct what we hold;
 * `asked_within` asks for each move, letter, row or field by itself, because one call may hold both kinds.
 */
export type AtRest =
  | 'goes_on'
  | 'stands_still'
  | 'correction'
  | 'asked_within'
  | { goesOnWith: Values }
  | { standsStillWith: Values }

/** What a creditor said in writing, what was said with it, and what was paid: written down whatever was taken back. */
const answersAndPayments = ['WRITTEN_CONFIRMATION', 'LENDER_PLAN', 'COMM_CHAT', 'COMM_EMAIL', 'PAYMENT_PROOF']

/**
 * While a client has taken the basic consent back [PIPL 15, 47] nothing more is asked of them, taken in about them, done with it or agreed
 * in their name; what protects them, keeps to what is signed or serves their rights goes on: see docs/decisions/0040.
 */
export const atRest: Readonly<Record<CommandName, AtRest>> = {
  'case.open': 'stands_still',
  // Needs of each move: lib/cases/stages.ts.
  'case.move': 'asked_within',
  'case.undoMove': 'goes_on',
  'case.assign': 'goes_on',
  'case.setNextAction': 'goes_on',
  'case.hold': 'goes_on',
  'case.triage': 'stands_still',
  'case.grantSensitive': 'goes_on',
  'client.create': 'goes_on',
  // How to reach and protect them goes on: lib/clients/commands.ts.
  'client.update': 'asked_within',
  'client.reveal': 'goes_on',
  'consent.give': 'goes_on',
  'consent.withdraw': 'goes_on',
  'authorisation.record': 'stands_still',
  'authorisation.revoke': 'goes_on',
  'hardship.record': 'stands_still',
  'statement.save': 'stands_still',
  'debt.add': 'stands_still',
  'debt.update': 'correction',
  'snapshot.record': 'stands_still',
  'creditor.add': 'goes_on',
  'product.add': 'goes_on',
  'creditorContact.add': 'goes_on',
  'creditorContact.verify': 'goes_on',
  'evidence.upload': { goesOnWith: { code: answersAndPayments, alsoFor: answersAndPayments } },
  // What is turned back is asked for again.
  'evidence.review': { standsStillWith: { status: ['REJECTED'] } },
  'evidence.request': { goesOnWith: { from: ['CREDITOR'] } },
  'evidence.closeRequest': 'goes_on',
  'evidenceType.add': 'goes_on',
  'evidence.linkDebt': 'stands_still',
  'evidence.makeExpenseDetail': 'stands_still',
  'evidence.recordConfirmation': 'stands_still',
  'evidenceType.update': 'goes_on',
  'checklist.save': 'goes_on',
  'bundle.send': 'stands_still',
  'verification.record': 'goes_on',
  'verification.answer': 'goes_on',
  'caseFile.export': 'goes_on',
  'contact.log': 'goes_on',
  'draft.keep': 'goes_on',
  'task.add': 'goes_on',
  'task.complete': 'goes_on',
  'proposal.draft': 'stands_still',
  'proposal.save': 'stands_still',
  'proposal.present': 'stands_still',
  'proposal.recordApproval': 'stands_still',
  'proposal.check': 'stands_still',
  'proposal.send': 'stands_still',
  'proposal.withdraw': 'goes_on',
  'decision.record': 'goes_on',
  'decision.acceptCounter': 'stands_still',
  'agreement.confirm': 'goes_on',
  'agreement.override': 'stands_still',
  'agreement.recordReceipt': 'stands_still',
  'agreement.correctOrder': 'goes_on',
  'agreement.break': 'goes_on',
  'payment.record': 'goes_on',
  'payment.verify': 'goes_on',
  'payment.takeBack': 'goes_on',
  'conduct.log': 'goes_on',
  'conduct.complain': 'stands_still',
  'fallback.plan': { standsStillWith: { 'plan.kind': ['REFERRAL'] } },
  'fallback.update': 'goes_on',
  'referralBody.add': 'goes_on',
  'referralBody.retire': 'goes_on',
  // Needs of each letter: lib/letters/case-kinds.ts.
  'letter.write': 'asked_within',
  'letter.send': 'asked_within',
  'letterBatch.start': 'asked_within',
  'letterBatch.write': 'asked_within',
  'letterBatch.cancel': 'goes_on',
  'import.start': 'goes_on',
  // Each row for its own client: lib/imports/write-row.commands.ts.
  'import.write': 'asked_within',
  'import.undo': 'goes_on',
  'history.start': 'goes_on',
  'history.write': 'goes_on',
  'history.undo': 'goes_on',
  'likelihood.set': 'goes_on',
  'template.save': 'goes_on',
  'template.publish': 'goes_on',
  'template.rollBack': 'goes_on',
  'demo.load': 'goes_on',
  'demo.clear': 'goes_on',
  'user.create': 'goes_on',
  'organisation.update': 'goes_on',
  'preference.set': 'goes_on',
  'report.prepare': 'goes_on',
  'reportSchedule.add': 'goes_on',
  'reportSchedule.pause': 'goes_on',
  'reportSchedule.remove': 'goes_on',
  'job.cancel': 'goes_on',
  'job.retry': 'goes_on',
  'inbox.read': 'goes_on',
  'inbox.readAll': 'goes_on',
  'inbox.setDigest': 'goes_on',
  'analysis.save': 'goes_on',
  'analysis.remove': 'goes_on',
  'view.save': 'goes_on',
  'view.change': 'goes_on',
  'view.remove': 'goes_on',
  'view.choose': 'goes_on',
  'portal.upload': 'stands_still',
  'portal.cannotProvide': 'goes_on',
  'portal.approve': 'stands_still',
  'portal.openReceipt': 'goes_on',
  'portal.sign': 'stands_still',
  'portal.reportPayment': 'goes_on',
  'message.notify': 'goes_on',
  'portal.revokeDelegate': 'goes_on',
  'portal.addDelegate': 'stands_still',
  'legalHold.release': 'goes_on',
  'protection.assess': 'goes_on',
  'protection.report': 'goes_on',
  'protection.tell': 'goes_on',
  'legalHold.place': 'goes_on',
  'client.erase': 'goes_on',
  'rights.proposeErasure': 'goes_on',
  'rights.answer': 'goes_on',
  'portal.askRight': 'goes_on',
  'portal.closeCalendar': 'goes_on',
  'portal.openCalendar': 'goes_on',
  'circumstance.handle': 'goes_on',
  'portal.tellCircumstance': 'goes_on',
  'portal.reportBill': 'stands_still',
  'portal.submitBudget': 'stands_still',
  'portal.answerBudget': 'stands_still',
  'message.write': 'goes_on',
  'mail.retry': 'goes_on',
  'mail.settle': 'goes_on',
  'portal.writeMessage': 'goes_on',
  'portal.revokeAuthority': 'goes_on',
  'portal.signAuthority': 'stands_still',
  'portal.withdrawConsent': 'goes_on',
  'portal.giveConsent': 'goes_on',
  'signingCode.issue': 'goes_on',
  'invitation.revoke': 'goes_on',
  'invitation.create': 'goes_on',
  'invitation.show': 'goes_on',
  'invitation.askAgain': 'goes_on',
  'portal.enter': 'goes_on',
  'portal.forgetDevice': 'goes_on',
  'portal.setSafePhrase': 'goes_on',
  'portal.confirmDocument': 'stands_still',
}

/** Whether this very call goes on: of a list every value must. */
export function goesOn(row: AtRest, input: unknown, { asksCorrection }: { asksCorrection: boolean }): boolean {
  if (row === 'correction') return asksCorrection
  if (typeof row === 'string') return row !== 'stands_still'
  if ('goesOnWith' in row) return hold(row.goesOnWith, input, (values, known) => values.every((value) => known.includes(value)))
  return hold(row.standsStillWith, input, (values, known) => !values.some((value) => known.includes(value)))
}

const hold = (wanted: Values, input: unknown, fits: (values: readonly string[], known: readonly string[]) => boolean) =>
  Object.entries(wanted).every(([field, known]) => fits([fieldAt(input, field)].flat().map(String), known))

const fieldAt = (input: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => Object.entries(value ?? {}).find(([name]) => name === key)?.[1], input)
