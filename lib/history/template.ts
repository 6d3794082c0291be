import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { notesSheet, xlsxChunks } from '@/lib/platform/xlsx'
import { type HistoryField, historyColumn, historyFields } from './columns'
import { historyWords } from './fault-text'

const required: readonly HistoryField[] = ['caseNumber', 'product', 'sentOn', 'outcome']

/** An empty workbook to fill in: every column by its name, and on a second sheet how each is filled in. */
export function historyTemplate(locale: Locale, made: Date) {
  const say = messages[locale].history
  const columns = historyFields.map((field) => ({ key: field, title: say.field[field], kind: 'text' as const }))
  const facts = historyFields.map((field) => [say.field[field], how(field)] as const)
  const notes = notesSheet(say.notes, [say.note.column, say.note.how], facts)
  return {
    chunks: xlsxChunks([{ name: say.sheet, table: { columns, rows: [] } }, notes], made),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }

  function how(field: HistoryField) {
    const { kind, factor } = historyColumn(field)
    const text = say.kinds[kind].replace('{words}', historyWords(field, messages[locale]))
    return [...(required.includes(field) ? [say.required] : []), text, ...(factor === undefined ? [] : [factor])].join(' · ')
  }
}
