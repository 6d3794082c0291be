import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { notesSheet, xlsxChunks } from '@/lib/platform/xlsx'
import { wordsOf } from './cell'
import { columnOf, type ImportField, importFields } from './columns'

const required: readonly ImportField[] = ['name', 'product', 'method', 'principal']

/** An empty workbook to fill in: every column by its name, and on a second sheet how each is filled in. */
export function templateFile(locale: Locale, made: Date) {
  const say = messages[locale].imports
  const columns = importFields.map((field) => ({ key: field, title: say.field[field], kind: 'text' as const }))
  const facts = importFields.map((field) => [say.field[field], how(field)] as const)
  const notes = notesSheet(say.notes, [say.note.column, say.note.how], facts)
  return {
    chunks: xlsxChunks([{ name: say.sheet, table: { columns, rows: [] } }, notes], made),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }

  function how(field: ImportField) {
    const text = say.kinds[columnOf(field).kind].replace('{words}', wordsOf(field, locale).join(messages[locale].shell.and))
    return required.includes(field) ? `${say.required} · ${text}` : text
  }
}
