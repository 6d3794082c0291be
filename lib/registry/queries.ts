import { listAgreements } from '@/lib/agreements/queries'
import { analyticsCases } from '@/lib/analytics/cases.queries'
import { analytics, analyticsExport } from '@/lib/analytics/queries'
import { getAnalysis, listAnalyses } from '@/lib/analytics/saved.queries'
import { accessList, auditList, auditVerify } from '@/lib/audit/queries'
import { boardCard, boardColumn, boardWindow } from '@/lib/cases/board.queries'
import { caseHistory } from '@/lib/cases/history.queries'
import { caseList } from '@/lib/cases/list.queries'
import { caseGet } from '@/lib/cases/queries'
import { search } from '@/lib/cases/search.queries'
import { today } from '@/lib/cases/today.queries'
import { askQuote, askSchedule } from '@/lib/cli/queries'
import { duplicates } from '@/lib/clients/duplicates.queries'
import { getClient, listClients } from '@/lib/clients/queries'
import { listStatements } from '@/lib/clients/statement.queries'
import { conductComplaint, listConduct } from '@/lib/conduct/queries'
import { listContacts } from '@/lib/contacts/queries'
import type { QueryName } from '@/lib/core/permissions'
import type { Query } from '@/lib/core/query'
import { creditorPlaybook } from '@/lib/creditors/playbook.queries'
import { listCreditors } from '@/lib/creditors/queries'
import { listDebtsOfClient } from '@/lib/debts/of-client.queries'
import { listDebts } from '@/lib/debts/queries'
import { listDecisions } from '@/lib/decisions/queries'
import { getDraft } from '@/lib/drafts/queries'
import { listBundles, openBundle } from '@/lib/evidence/bundle.queries'
import { listChecklists } from '@/lib/evidence/checklist.queries'
import { evidenceOriginal, evidencePreview } from '@/lib/evidence/file.queries'
import { listEvidence } from '@/lib/evidence/queries'
import { listEvidenceTypes } from '@/lib/evidence/types.queries'
import { listVerifications } from '@/lib/evidence/verification.queries'
import { exportTable } from '@/lib/exports/queries'
import { budgetActions, listFallback, listReferralBodies } from '@/lib/fallback/queries'
import { checkHistory } from '@/lib/history/check.queries'
import { getHistory, listHistory } from '@/lib/history/queries'
import { checkRows } from '@/lib/imports/check.queries'
import { getImport, listImports } from '@/lib/imports/queries'
import { inbox, inboxCount } from '@/lib/inbox/queries'
import { listInvitations } from '@/lib/invitations/queries'
import { jobFile, listJobs } from '@/lib/jobs/queries'
import { batchFiles, getBatch, listBatches } from '@/lib/letters/batch.queries'
import { batchCandidates } from '@/lib/letters/batch-candidates.queries'
import { getKeptLetter, listLetters, previewLetter } from '@/lib/letters/letters.queries'
import { getLikelihood, getLikelihoodSetting } from '@/lib/likelihood/queries'
import { undeliveredMails } from '@/lib/mail/undelivered.queries'
import { attachment } from '@/lib/messages/attachment.queries'
import { listMessages, myThread, myThreads } from '@/lib/messages/queries'
import { listOffers } from '@/lib/offers/queries'
import { getOrganisation, listMembers } from '@/lib/organisation/queries'
import { myDebts } from '@/lib/portal/bill.queries'
import { myBudget } from '@/lib/portal/budget.queries'
import { dueDays, myCalendar } from '@/lib/portal/calendar.queries'
import { listCircumstances } from '@/lib/portal/circumstance.queries'
import { myAuthority, myConsents } from '@/lib/portal/consents.queries'
import { listDelegates, myDelegates } from '@/lib/portal/delegates.queries'
import { document } from '@/lib/portal/document.queries'
import { documents } from '@/lib/portal/documents.queries'
import { frame } from '@/lib/portal/frame.queries'
import { myNotice, myNotices } from '@/lib/portal/notices.queries'
import { paper } from '@/lib/portal/paper.queries'
import { plan } from '@/lib/portal/plan.queries'
import { proposal } from '@/lib/portal/proposal.queries'
import { home } from '@/lib/portal/queries'
import { request } from '@/lib/portal/request.queries'
import { listViews } from '@/lib/preferences/view.queries'
import { getLetter } from '@/lib/proposals/letter.queries'
import { getProposal, listProposals } from '@/lib/proposals/queries'
import { toldOf } from '@/lib/protection/notice.queries'
import { listProtection } from '@/lib/protection/queries'
import { radar } from '@/lib/radar/queries'
import { report, reportExport } from '@/lib/reports/queries'
import { listSchedules } from '@/lib/reports/schedule.queries'
import { myExport, myHoldings } from '@/lib/rights/export.queries'
import { listRights, myRights } from '@/lib/rights/queries'
import { getTemplate, listTemplates } from '@/lib/templates/queries'
import { templateValues } from '@/lib/templates/values.queries'

/** A query as the door knows it: a name, an input to check, and an answer. */
export type Asked<Name extends QueryName = QueryName> = Pick<Query<Name>, 'definition' | 'answer'>
type Queries = { [Name in QueryName]: Asked<Name> }

/** Every way to ask something, by its name. */
export const queries: Queries = {
  'board.window': boardWindow,
  'board.column': boardColumn,
  'board.card': boardCard,
  'case.list': caseList,
  'case.get': caseGet,
  'case.history': caseHistory,
  'client.list': listClients,
  'client.get': getClient,
  'client.duplicates': duplicates,
  'statement.list': listStatements,
  'debt.list': listDebts,
  'evidence.list': listEvidence,
  'evidence.file': evidencePreview,
  'evidence.original': evidenceOriginal,
  'checklist.list': listChecklists,
  'debt.ofClient': listDebtsOfClient,
  'portal.document': document,
  'portal.documents': documents,
  'bundle.list': listBundles,
  'bundle.download': openBundle,
  'verification.list': listVerifications,
  'contact.list': listContacts,
  'draft.get': getDraft,
  'creditor.list': listCreditors,
  'conduct.list': listConduct,
  'conduct.complaint': conductComplaint,
  radar,
  'creditor.playbook': creditorPlaybook,
  'fallback.list': listFallback,
  'referralBody.list': listReferralBodies,
  'view.list': listViews,
  'member.list': listMembers,
  'organisation.get': getOrganisation,
  'evidenceType.list': listEvidenceTypes,
  'import.check': checkRows,
  'import.list': listImports,
  'import.get': getImport,
  'history.check': checkHistory,
  'history.list': listHistory,
  'history.get': getHistory,
  'likelihood.setting': getLikelihoodSetting,
  'likelihood.get': getLikelihood,
  'reportSchedule.list': listSchedules,
  'job.list': listJobs,
  'job.download': jobFile,
  'inbox.list': inbox,
  'inbox.count': inboxCount,
  'letter.list': listLetters,
  'letter.preview': previewLetter,
  'letter.get': getKeptLetter,
  'letterBatch.candidates': batchCandidates,
  'letterBatch.list': listBatches,
  'letterBatch.get': getBatch,
  'letterBatch.download': batchFiles,
  'template.list': listTemplates,
  'template.get': getTemplate,
  'template.values': templateValues,
  'proposal.list': listProposals,
  'proposal.get': getProposal,
  'proposal.letter': getLetter,
  'offer.list': listOffers,
  'decision.list': listDecisions,
  'agreement.list': listAgreements,
  'analytics.get': analytics,
  'analytics.export': analyticsExport,
  'analysis.list': listAnalyses,
  'analysis.get': getAnalysis,
  'analytics.cases': analyticsCases,
  'report.get': report,
  'report.export': reportExport,
  'export.table': exportTable,
  'portal.home': home,
  'portal.proposal': proposal,
  'portal.plan': plan,
  'portal.request': request,
  'portal.file': paper,
  'portal.attachment': attachment,
  'delegation.list': listDelegates,
  'portal.delegates': myDelegates,
  'rights.list': listRights,
  'protection.list': listProtection,
  'protection.told': toldOf,
  'portal.notices': myNotices,
  'portal.notice': myNotice,
  'portal.rights': myRights,
  'portal.export': myExport,
  'portal.holdings': myHoldings,
  'portal.dueDays': dueDays,
  'portal.calendar': myCalendar,
  'circumstance.list': listCircumstances,
  'portal.debts': myDebts,
  'portal.budget': myBudget,
  'portal.thread': myThread,
  'portal.threads': myThreads,
  'message.list': listMessages,
  'mail.undelivered': undeliveredMails,
  'portal.authority': myAuthority,
  'portal.consents': myConsents,
  'portal.frame': frame,
  'invitation.list': listInvitations,
  'portal.budgetActions': budgetActions,
  'audit.list': auditList,
  'audit.verify': auditVerify,
  'access.list': accessList,
  schedule: askSchedule,
  quote: askQuote,
  search,
  today,
}
