import { breakAgreement } from '@/lib/agreements/break.commands'
import { confirmAgreement, overrideAgreement } from '@/lib/agreements/confirm.commands'
import { correctOrder } from '@/lib/agreements/order.commands'
import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { recordReceipt } from '@/lib/agreements/receipt.commands'
import { takeBackPayment } from '@/lib/agreements/take-back.commands'
import { removeAnalysis, saveAnalysis } from '@/lib/analytics/saved.commands'
import { noteCaseFile } from '@/lib/casefile/export.commands'
import { assignCase, grantSensitive, holdCase, moveCase, setNextAction, triageCase } from '@/lib/cases/commands'
import { openCase } from '@/lib/cases/open.commands'
import { undoMove } from '@/lib/cases/undo.commands'
import { recordAuthorisation, revokeAuthorisation } from '@/lib/clients/authorisation.commands'
import { createClient, revealClient, updateClient } from '@/lib/clients/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { saveStatement } from '@/lib/clients/statement.commands'
import { logConduct } from '@/lib/conduct/commands'
import { complain } from '@/lib/conduct/complain.commands'
import { logContact } from '@/lib/contacts/commands'
import { addTask, completeTask } from '@/lib/contacts/task.commands'
import type { Command } from '@/lib/core/command'
import { addContact, addCreditor, addProduct, verifyContact } from '@/lib/creditors/commands'
import { addDebt, updateDebt } from '@/lib/debts/commands'
import { recordSnapshot } from '@/lib/debts/snapshot.commands'
import { recordDecision } from '@/lib/decisions/record.commands'
import { acceptCounter } from '@/lib/decisions/settle.commands'
import { keepDraft } from '@/lib/drafts/commands'
import { sendBundle } from '@/lib/evidence/bundle.commands'
import { saveChecklist, updateEvidenceType } from '@/lib/evidence/checklist.commands'
import { closeRequest } from '@/lib/evidence/close-request.commands'
import { addEvidenceType, requestEvidence, reviewEvidence, uploadEvidence } from '@/lib/evidence/commands'
import { confirmMyDocument, recordConfirmation } from '@/lib/evidence/confirm.commands'
import { makeExpenseDetail } from '@/lib/evidence/expense.commands'
import { linkContract } from '@/lib/evidence/link.commands'
import { answerVerification, recordVerification } from '@/lib/evidence/verification.commands'
import { planFallback, updateFallback } from '@/lib/fallback/commands'
import { addReferralBody, retireReferralBody } from '@/lib/fallback/referral.commands'
import { startHistory, undoHistory, writeHistory } from '@/lib/history/commands'
import { startImport, writeRows } from '@/lib/imports/commands'
import { undoImport } from '@/lib/imports/undo.commands'
import { readAllNotices, readNotice, setDigest } from '@/lib/inbox/commands'
import { inviteClient, issueSigningCode, revokeInvitation } from '@/lib/invitations/commands'
import { askNewLink, enterPortal } from '@/lib/invitations/enter.commands'
import { forgetPortalDevice } from '@/lib/invitations/forget.commands'
import { showInvitation } from '@/lib/invitations/show.commands'
import { cancelJob, retryJob } from '@/lib/jobs/commands'
import { cancelBatch, startBatch, writeLetters } from '@/lib/letters/batch.commands'
import { sendLetter } from '@/lib/letters/send-letter.commands'
import { writeCaseLetter } from '@/lib/letters/write-letter.commands'
import { setLikelihood } from '@/lib/likelihood/commands'
import { retryMails, settleMails } from '@/lib/mail/undelivered.commands'
import { notifyClient, writeMessage, writeMyMessage } from '@/lib/messages/commands'
import { createUser } from '@/lib/organisation/commands'
import { updateOrganisation } from '@/lib/organisation/update.commands'
import { reportMyBill } from '@/lib/portal/bill.commands'
import { answerBudget, submitBudget } from '@/lib/portal/budget.commands'
import { closeCalendar, openCalendar } from '@/lib/portal/calendar.commands'
import { handleCircumstance, tellCircumstance } from '@/lib/portal/circumstance.commands'
import { approveMine, cannotProvide, openMyReceipt, reportMyPayment, signMyReceipt, uploadMine } from '@/lib/portal/commands'
import { giveMyConsent, revokeMyAuthority, signMyAuthority, withdrawMyConsent } from '@/lib/portal/consent.commands'
import { addDelegate, revokeDelegate } from '@/lib/portal/delegate.commands'
import { setSafePhrase } from '@/lib/portal/profile.commands'
import { setPreference } from '@/lib/preferences/commands'
import { changeView, chooseView, removeView, saveView } from '@/lib/preferences/view.commands'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { checkProposal, presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal, withdrawProposal } from '@/lib/proposals/send.commands'
import { saveAssessment, saveIncident } from '@/lib/protection/commands'
import { tellClients } from '@/lib/protection/notice.commands'
import { prepareReport } from '@/lib/reports/prepare.commands'
import { addSchedule, pauseSchedule, removeSchedule } from '@/lib/reports/schedule.commands'
import { answerRight, askRight, placeHold, proposeErasure, releaseHold } from '@/lib/rights/commands'
import { eraseClient } from '@/lib/rights/erase.commands'
import { publishTemplate, rollBackTemplate, saveTemplate } from '@/lib/templates/commands'
import type { RegisteredCommand } from './routes'

type Commands = { [Name in RegisteredCommand]: Command<Name> }

/** Every way to change something, by its name. What is not here can be reached by nobody. */
export const commands: Commands = {
  'case.open': openCase,
  'case.move': moveCase,
  'case.undoMove': undoMove,
  'case.assign': assignCase,
  'case.setNextAction': setNextAction,
  'case.hold': holdCase,
  'case.triage': triageCase,
  'case.grantSensitive': grantSensitive,
  'client.create': createClient,
  'client.update': updateClient,
  'client.reveal': revealClient,
  'consent.give': giveConsent,
  'consent.withdraw': withdrawConsent,
  'authorisation.record': recordAuthorisation,
  'authorisation.revoke': revokeAuthorisation,
  'hardship.record': recordHardship,
  'statement.save': saveStatement,
  'debt.add': addDebt,
  'debt.update': updateDebt,
  'snapshot.record': recordSnapshot,
  'creditor.add': addCreditor,
  'product.add': addProduct,
  'creditorContact.add': addContact,
  'creditorContact.verify': verifyContact,
  'evidence.upload': uploadEvidence,
  'evidence.review': reviewEvidence,
  'evidence.request': requestEvidence,
  'evidence.closeRequest': closeRequest,
  'evidenceType.add': addEvidenceType,
  'evidence.linkDebt': linkContract,
  'evidence.makeExpenseDetail': makeExpenseDetail,
  'evidence.recordConfirmation': recordConfirmation,
  'evidenceType.update': updateEvidenceType,
  'checklist.save': saveChecklist,
  'portal.confirmDocument': confirmMyDocument,
  'bundle.send': sendBundle,
  'verification.record': recordVerification,
  'verification.answer': answerVerification,
  'caseFile.export': noteCaseFile,
  'contact.log': logContact,
  'draft.keep': keepDraft,
  'task.add': addTask,
  'task.complete': completeTask,
  'proposal.draft': draftProposal,
  'proposal.save': saveProposal,
  'proposal.present': presentProposal,
  'proposal.recordApproval': recordApproval,
  'proposal.check': checkProposal,
  'proposal.send': sendProposal,
  'proposal.withdraw': withdrawProposal,
  'decision.record': recordDecision,
  'decision.acceptCounter': acceptCounter,
  'agreement.confirm': confirmAgreement,
  'agreement.override': overrideAgreement,
  'agreement.recordReceipt': recordReceipt,
  'agreement.correctOrder': correctOrder,
  'agreement.break': breakAgreement,
  'payment.record': recordPayment,
  'payment.verify': verifyPayment,
  'payment.takeBack': takeBackPayment,
  'conduct.log': logConduct,
  'conduct.complain': complain,
  'fallback.plan': planFallback,
  'fallback.update': updateFallback,
  'referralBody.add': addReferralBody,
  'referralBody.retire': retireReferralBody,
  'import.start': startImport,
  'import.write': writeRows,
  'import.undo': undoImport,
  'history.start': startHistory,
  'history.write': writeHistory,
  'history.undo': undoHistory,
  'likelihood.set': setLikelihood,
  'report.prepare': prepareReport,
  'reportSchedule.add': addSchedule,
  'reportSchedule.pause': pauseSchedule,
  'reportSchedule.remove': removeSchedule,
  'job.cancel': cancelJob,
  'job.retry': retryJob,
  'inbox.read': readNotice,
  'inbox.readAll': readAllNotices,
  'inbox.setDigest': setDigest,
  'letter.write': writeCaseLetter,
  'letter.send': sendLetter,
  'letterBatch.start': startBatch,
  'letterBatch.write': writeLetters,
  'letterBatch.cancel': cancelBatch,
  'template.save': saveTemplate,
  'template.publish': publishTemplate,
  'template.rollBack': rollBackTemplate,
  'user.create': createUser,
  'organisation.update': updateOrganisation,
  'preference.set': setPreference,
  'analysis.save': saveAnalysis,
  'analysis.remove': removeAnalysis,
  'view.save': saveView,
  'view.change': changeView,
  'view.remove': removeView,
  'view.choose': chooseView,
  'portal.upload': uploadMine,
  'portal.cannotProvide': cannotProvide,
  'portal.approve': approveMine,
  'portal.openReceipt': openMyReceipt,
  'portal.sign': signMyReceipt,
  'portal.reportPayment': reportMyPayment,
  'message.notify': notifyClient,
  'portal.revokeDelegate': revokeDelegate,
  'portal.addDelegate': addDelegate,
  'legalHold.release': releaseHold,
  'protection.assess': saveAssessment,
  'protection.report': saveIncident,
  'protection.tell': tellClients,
  'legalHold.place': placeHold,
  'client.erase': eraseClient,
  'rights.proposeErasure': proposeErasure,
  'rights.answer': answerRight,
  'portal.askRight': askRight,
  'portal.closeCalendar': closeCalendar,
  'portal.openCalendar': openCalendar,
  'circumstance.handle': handleCircumstance,
  'portal.tellCircumstance': tellCircumstance,
  'portal.reportBill': reportMyBill,
  'portal.submitBudget': submitBudget,
  'portal.answerBudget': answerBudget,
  'message.write': writeMessage,
  'mail.retry': retryMails,
  'mail.settle': settleMails,
  'portal.writeMessage': writeMyMessage,
  'portal.revokeAuthority': revokeMyAuthority,
  'portal.signAuthority': signMyAuthority,
  'portal.withdrawConsent': withdrawMyConsent,
  'portal.giveConsent': giveMyConsent,
  'signingCode.issue': issueSigningCode,
  'invitation.revoke': revokeInvitation,
  'invitation.create': inviteClient,
  'invitation.show': showInvitation,
  'invitation.askAgain': askNewLink,
  'portal.enter': enterPortal,
  'portal.forgetDevice': forgetPortalDevice,
  'portal.setSafePhrase': setSafePhrase,
}
