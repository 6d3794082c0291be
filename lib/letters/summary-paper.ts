import type { CaseStage, ContactChannel, EvidenceStatus, HardshipType, Locale, Mover, VersionOutcome } from '@/db/vocabulary'
import { words } from '@/lib/i18n/words'
import type { CivilDate } from '@/lib/platform/dates'
import type { Money } from '@/lib/platform/money'
import type { Paper, PaperBlock, PaperColumn } from '@/lib/platform/paper'
import type { FinanceFacts } from './facts'
import { paperWords } from './paper-words'
import { amountText, figureText } from './wording'

/** One client's case on paper. Times are texts of the organisation's zone ('2026-11-21 14:32'); names as the reader may see them. */
export type CaseSummary = {
  readonly language: Locale
  readonly caseNo: string
  readonly client: string
  readonly creditor: string
  readonly stage: CaseStage
  readonly whoseMove: Mover
  readonly nextAction: string
  readonly owner: string
  readonly opened: CivilDate
  /** Paid under the agreement since the latest bill, which what is owed does not know of; CNY. */
  readonly planPaid?: Money
  readonly debts: readonly DebtLine[]
  readonly finances?: FinanceFacts
  readonly hardships: readonly { readonly type: HardshipType; readonly since: CivilDate }[]
  readonly evidence: readonly { readonly name: string; readonly status: EvidenceStatus }[]
  readonly proposals: readonly ProposalLine[]
  readonly instalments: readonly { readonly due: CivilDate; readonly amount: Money; readonly paid: Money }[]
  /** An agreement is written down that nobody has confirmed yet: it has no instalments. */
  readonly awaitsConfirmation?: boolean
  readonly contacts: readonly { readonly at: string; readonly channel: ContactChannel; readonly summary: string }[]
  readonly history: readonly { readonly at: string; readonly event: string }[]
  readonly madeAt: string
  readonly madeBy: string
}

type DebtLine = {
  readonly product: string
  readonly contractTail: string
  readonly owed: Money
  readonly daysPastDue?: number
  readonly nextDue?: CivilDate
}

type ProposalLine = {
  readonly version: number
  readonly asks: readonly string[]
  readonly sentOn?: CivilDate
  readonly outcome?: VersionOutcome
}

/** The summary as a paper: who, what is owed, why, what was asked, what came of it. Sections without a record say so. */
export function summaryPaper(summary: CaseSummary): Paper {
  const { language, caseNo, madeAt, madeBy } = summary
  const text = paperWords[language]
  return {
    layout: 'report',
    language,
    title: text.summaryTitle,
    reference: caseNo,
    blocks: [
      { kind: 'heading', text: text.sections.case },
      caseFacts(summary),
      ...sections(summary).flatMap((section) => [
        { kind: 'heading' as const, text: section.title },
        ...bodyOf(section, language),
      ]),
      { kind: 'note', text: text.summaryNote(madeAt, madeBy) },
    ],
  }
}

function bodyOf({ block, note }: Section, language: Locale): PaperBlock[] {
  const noted: PaperBlock[] = note === undefined ? [] : [{ kind: 'note', text: note }]
  const told = block === undefined ? noted : [block, ...noted]
  return told.length > 0 ? told : [{ kind: 'note', text: paperWords[language].none }]
}

function caseFacts(summary: CaseSummary): PaperBlock {
  const { language } = summary
  const labels = paperWords[language].summaryFacts
  return {
    kind: 'facts',
    rows: withoutBlanks([
      [labels.client, summary.client],
      [labels.creditor, summary.creditor],
      [labels.stage, said(words.stage[summary.stage], language)],
      [labels.whoseMove, said(words.mover[summary.whoseMove], language)],
      [labels.nextAction, summary.nextAction],
      [labels.owner, summary.owner],
      [labels.opened, summary.opened],
      [labels.planPaid, summary.planPaid ? amountText(summary.planPaid) : ''],
    ]),
  }
}

const withoutBlanks = (rows: readonly (readonly [string, string])[]) => rows.filter(([, value]) => value !== '')

type Section = { readonly title: string; readonly block: PaperBlock | undefined; readonly note?: string }

function sections(summary: CaseSummary): Section[] {
  const { language } = summary
  const { sections: titles, ...text } = paperWords[language]
  const say = (word: { zh: string; en: string }) => said(word, language)
  return [
    { title: titles.debts, block: table(text.debtColumns, summary.debts.map(debtCells)) },
    { title: titles.statement, block: statementFacts(summary) },
    {
      title: titles.hardship,
      block: table(
        text.hardshipColumns,
        summary.hardships.map(({ type, since }) => [say(words.hardship[type]), since]),
      ),
    },
    {
      title: titles.evidence,
      block: table(
        text.evidenceColumns,
        summary.evidence.map(({ name, status }) => [name, say(words.evidenceStatus[status])]),
      ),
    },
    {
      title: titles.proposals,
      block: table(
        text.proposalColumns,
        summary.proposals.map((line) => proposalCells(line, language)),
      ),
    },
    {
      title: titles.agreement,
      block: table(
        text.agreementColumns,
        summary.instalments.map(({ due, amount, paid }) => [due, figureText(amount), figureText(paid)]),
      ),
      ...(summary.awaitsConfirmation && { note: text.awaitsConfirmation }),
    },
    {
      title: titles.contacts,
      block: table(
        text.contactColumns,
        summary.contacts.map(({ at, channel, summary: what }) => [at, say(words.channel[channel]), what]),
      ),
    },
    {
      title: titles.history,
      block: table(
        text.historyColumns,
        summary.history.map(({ at, event }) => [at, event]),
      ),
    },
  ]
}

const said = ({ zh, en }: { zh: string; en: string }, language: Locale): string => (language === 'en' ? en : zh)

const debtCells = ({ product, contractTail, owed, daysPastDue, nextDue }: DebtLine): string[] => [
  product,
  contractTail,
  amountText(owed),
  daysPastDue === undefined ? '' : String(Math.max(0, daysPastDue)),
  nextDue ?? '',
]

const proposalCells = ({ version, asks, sentOn, outcome }: ProposalLine, language: Locale): string[] => [
  paperWords[language].version(version),
  asks.join(language === 'en' ? '; ' : '；'),
  sentOn ?? '',
  outcome ? said(words.versionOutcome[outcome], language) : '',
]

function statementFacts({ finances, language }: CaseSummary): PaperBlock | undefined {
  if (!finances) return undefined
  const labels = paperWords[language].summaryFacts
  return {
    kind: 'facts',
    rows: [
      [labels.asOf, finances.asOf],
      [labels.income, amountText(finances.income)],
      [labels.outgoings, amountText(finances.essentials)],
      [labels.reserve, amountText(finances.reserve)],
      [labels.disposable, amountText(finances.disposable)],
    ],
  }
}

const figures: ReadonlySet<string> = new Set(['owed', 'pastDue', 'amount', 'paid'])
const wide: ReadonlySet<string> = new Set(['asks', 'summary', 'event', 'document'])

/** A table whose columns are named by their keys: amounts stand right, sentences get the room. Nothing where there are no rows. */
function table(titles: Readonly<Record<string, string>>, rows: readonly (readonly string[])[]): PaperBlock | undefined {
  if (rows.length === 0) return undefined
  const columns = Object.entries(titles).map(
    ([key, title]): PaperColumn => ({ title, align: figures.has(key) ? 'right' : 'left', share: wide.has(key) ? 3 : 1 }),
  )
  return { kind: 'table', caption: '', columns, rows, total: [] }
}
