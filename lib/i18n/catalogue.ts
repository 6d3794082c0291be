import { agreements } from './messages/agreements'
import { analysis } from './messages/analysis'
import { analytics } from './messages/analytics'
import { analyticsCode } from './messages/analytics-code'
import { analyticsReport } from './messages/analytics-report'
import { audit } from './messages/audit'
import { auditPages } from './messages/audit-pages'
import { board } from './messages/board'
import { budget } from './messages/budget'
import { bulk } from './messages/bulk'
import { bundles } from './messages/bundles'
import { caseFile } from './messages/case-file'
import { caseFileColumns } from './messages/case-file-columns'
import { caseLetters } from './messages/case-letters'
import { casePage } from './messages/case-page'
import { checklists } from './messages/checklists'
import { conduct } from './messages/conduct'
import { consents } from './messages/consents'
import { contacts } from './messages/contacts'
import { creditorPages } from './messages/creditor-pages'
import { debts } from './messages/debts'
import { deeds } from './messages/deeds'
import { delegates } from './messages/delegates'
import { documents } from './messages/documents'
import { door } from './messages/door'
import { earlyWarning } from './messages/early-warning'
import { entry } from './messages/entry'
import { evidence } from './messages/evidence'
import { exports } from './messages/exports'
import { failures } from './messages/failures'
import { fallback } from './messages/fallback'
import { faults } from './messages/faults'
import { glossary } from './messages/glossary'
import { history } from './messages/history'
import { imports } from './messages/imports'
import { inbox } from './messages/inbox'
import { jobs } from './messages/jobs'
import { keys } from './messages/keys'
import { letterBatches } from './messages/letter-batches'
import { likelihood } from './messages/likelihood'
import { mails } from './messages/mails'
import { notices } from './messages/notices'
import { offers } from './messages/offers'
import { palette } from './messages/palette'
import { people } from './messages/people'
import { plan } from './messages/plan'
import { playbook } from './messages/playbook'
import { portal } from './messages/portal'
import { proposals } from './messages/proposals'
import { protection } from './messages/protection'
import { quote } from './messages/quote'
import { radar } from './messages/radar'
import { referrals } from './messages/referrals'
import { refusals } from './messages/refusals'
import { reportSchedules } from './messages/report-schedules'
import { reports } from './messages/reports'
import { rights } from './messages/rights'
import { savedAnalyses } from './messages/saved-analyses'
import { search } from './messages/search'
import { settings } from './messages/settings'
import { shell } from './messages/shell'
import { signIn } from './messages/sign-in'
import { spreadsheet } from './messages/spreadsheet'
import { steps } from './messages/steps'
import { templates } from './messages/templates'
import { thread } from './messages/thread'
import { verifications } from './messages/verifications'
import { views } from './messages/views'
import { words } from './words'

/** Every part of the product that speaks. A new part is one line here. */
export const parts = {
  glossary,
  notices,
  views,
  bulk,
  keys,
  palette,
  delegates,
  savedAnalyses,
  spreadsheet,
  budget,
  caseLetters,
  letterBatches,
  jobs,
  reportSchedules,
  inbox,
  history,
  likelihood,
  imports,
  templates,
  reports,
  thread,
  rights,
  consents,
  entry,
  failures,
  people,
  evidence,
  bundles,
  documents,
  checklists,
  verifications,
  caseFile,
  caseFileColumns,
  debts,
  contacts,
  casePage,
  door,
  search,
  shell,
  signIn,
  refusals,
  analysis,
  analytics,
  analyticsCode,
  analyticsReport,
  audit,
  board,
  exports,
  conduct,
  earlyWarning,
  fallback,
  faults,
  portal,
  quote,
  playbook,
  steps,
  radar,
  referrals,
  auditPages,
  creditorPages,
  deeds,
  settings,
  offers,
  plan,
  proposals,
  agreements,
  protection,
  mails,
}

type Language = 'zh' | 'en'
type Spoken<Kinds> = { [Kind in keyof Kinds]: { [Code in keyof Kinds[Kind]]: string } }
type Parts<L extends Language> = { [Part in keyof typeof parts]: (typeof parts)[Part][L] }

const spoken = <Kinds extends Record<string, Record<string, Record<Language, string>>>>(
  kinds: Kinds,
  language: Language,
): Spoken<Kinds> => mapValues(kinds, (kind) => mapValues(kind, (word) => word[language])) as Spoken<Kinds>

const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

const catalogue = <L extends Language>(language: L) => ({
  ...(mapValues(parts, (part: Record<Language, unknown>) => part[language]) as Parts<L>),
  words: spoken(words, language),
})

export type Messages = ReturnType<typeof catalogue<'en'>>
export const messages: Record<'zh-CN' | 'en', Messages> = { 'zh-CN': catalogue('zh'), en: catalogue('en') }
