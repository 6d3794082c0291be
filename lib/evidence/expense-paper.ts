import type { StatementLine } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import { type StatementKind, statementKinds } from '@/lib/clients/statement'
import { messages } from '@/lib/i18n/catalogue'
import { figureText } from '@/lib/letters/wording'
import { money, sum } from '@/lib/platform/money'
import type { Paper, PaperBlock } from '@/lib/platform/paper'

/** One version of a financial statement as a paper says it; amounts CNY a month, as text. */
export type ExpenseFacts = {
  language: Locale
  client: string
  organisation: string
  number: number
  asOf: string
  lines: readonly StatementLine[]
  income: string
  reserve: string
  disposable: string
}

/** 家庭支出明细 (SE-03): every line of the statement under its kind, the sums, and the place where the client signs. */
export function expensePaper(facts: ExpenseFacts): Paper {
  const { evidence, people } = messages[facts.language]
  const t = evidence.expense
  return {
    layout: 'report',
    language: facts.language,
    title: t.title,
    reference: t.reference.replace('{number}', String(facts.number)),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t.client, facts.client],
          [t.asOf, facts.asOf],
          [t.version, String(facts.number)],
          [t.preparedBy, facts.organisation],
        ],
      },
      ...statementKinds.flatMap((kind) => linesTable(facts, kind)),
      {
        kind: 'facts',
        rows: [
          [t.income, figureText(money(facts.income))],
          [t.reserve, figureText(money(facts.reserve))],
          [people.disposable, figureText(money(facts.disposable))],
        ],
      },
      { kind: 'note', text: t.note },
      { kind: 'signature', lines: [t.confirm, t.signature] },
    ],
  }
}

/** The lines of one kind with their sum; nothing where there are none. */
function linesTable({ lines, language }: ExpenseFacts, kind: StatementKind): PaperBlock[] {
  const { documents, evidence, people } = messages[language]
  const t = evidence.expense
  const own = lines.filter((line) => line.kind === kind)
  if (own.length === 0) return []
  const names: Record<string, string> = people.category
  return [
    { kind: 'heading', text: documents.kind[kind] },
    {
      kind: 'table',
      caption: '',
      columns: [
        { title: t.item, align: 'left', share: 2 },
        { title: t.remark, align: 'left', share: 2 },
        { title: t.monthly, align: 'right' },
      ],
      rows: own.map(({ category, note = '', amount }) => [names[category] ?? category, note, figureText(money(amount))]),
      total: [t.total, '', figureText(sum(own.map(({ amount }) => money(amount))))],
    },
  ]
}
