import { daysBetween, parseCivilDate } from './dates'
import { type Cell, type Column, type ColumnKind, numberText, type Row, type Table } from './table'
import { cellText, columnName, contentTypes, relations, styleOf, styles, workbook, workbookRelations } from './xlsx-parts'
import { xmlDeclaration } from './xml'
import { type ZipFile, zipChunks } from './zip-write'

/** A sheet of a workbook; Excel allows 31 characters for the name and none of []:*?/\. */
export type Sheet = { readonly name: string; readonly table: Table }

const encoder = new TextEncoder()
const charactersPerChunk = 64 * 1024
const longestCell = 32_767

/**
 * A workbook in chunks, for any number of rows. Numbers and money are numbers with every digit that was handed in, days are
 * dates, ID numbers are text, and text beginning with = stays text. The heading row is frozen and can be filtered.
 */
export function xlsxChunks(sheets: readonly Sheet[], made: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const names = sheets.map((sheet) => sheet.name)
  return zipChunks([...partsOf(names), ...sheets.map((sheet, index) => sheetFile(sheet.table, index))], made)
}

/** The sheet that says where the figures come from: one line per fact (filters, time, who, definitions). */
export const notesSheet = (
  name: string,
  titles: readonly [string, string],
  facts: readonly (readonly [string, string])[],
): Sheet => ({
  name,
  table: {
    columns: [
      { key: 'fact', title: titles[0], kind: 'text', width: 24 },
      { key: 'content', title: titles[1], kind: 'text', width: 80 },
    ],
    rows: facts,
  },
})

function partsOf(names: readonly string[]): ZipFile[] {
  const file = (name: string, text: string): ZipFile => ({ name, chunks: [encoder.encode(text)] })
  return [
    file('[Content_Types].xml', contentTypes(names.length)),
    file('_rels/.rels', relations),
    file('xl/workbook.xml', workbook(names)),
    file('xl/_rels/workbook.xml.rels', workbookRelations(names.length)),
    file('xl/styles.xml', styles),
  ]
}

const sheetFile = (table: Table, index: number): ZipFile => ({
  name: `xl/worksheets/sheet${index + 1}.xml`,
  chunks: sheetChunks(table),
})

async function* sheetChunks({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  let pending =
    sheetHead(columns) +
    rowXml(
      columns,
      columns.map((column) => column.title),
      1,
    )
  let line = 1
  for await (const row of rows) {
    line += 1
    pending += rowXml(columns, row, line)
    if (pending.length < charactersPerChunk) continue
    yield encoder.encode(pending)
    pending = ''
  }
  yield encoder.encode(`${pending}</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${line}"/></worksheet>`)
}

const sheetHead = (columns: readonly Column[]): string =>
  xmlDeclaration +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  `<cols>${columns.map(widthXml).join('')}</cols><sheetData>`

const usualWidth: Record<ColumnKind, number> = { text: 16, code: 22, number: 10, money: 16, date: 12, moment: 18 }

function widthXml(column: Column, index: number): string {
  const title = [...column.title].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 4)
  const width = column.width ?? Math.max(usualWidth[column.kind], title)
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
}

const rowXml = (columns: readonly Column[], row: Row, line: number): string =>
  `<row r="${line}">${columns.map((column, index) => cellXml(row[index] ?? null, line === 1 ? 'heading' : column.kind, `${columnName(index)}${line}`)).join('')}</row>`

function cellXml(cell: Cell, kind: ColumnKind | 'heading', reference: string): string {
  if (cell === null || cell === '') return ''
  const number = kind === 'heading' ? undefined : (numberText(cell, kind) ?? serial(cell, kind))
  if (number !== undefined) return `<c r="${reference}" s="${styleOf[kind]}"><v>${number}</v></c>`
  const text = cellText(String(cell).slice(0, longestCell))
  const style = kind === 'heading' ? styleOf.heading : styleOf.text
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

const minutesPerDay = 24 * 60

/** Days since 1899-12-30, as Excel counts them; the time of day is the fraction. */
function serial(cell: Cell, kind: ColumnKind): string | undefined {
  if (typeof cell !== 'string' || (kind !== 'date' && kind !== 'moment')) return undefined
  const [, day = '', hours = '0', minutes = '0'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(cell) ?? []
  const date = parseCivilDate(day)
  if (!date) return undefined
  const sinceMidnight = Number.parseInt(hours, 10) * 60 + Number.parseInt(minutes, 10)
  return String(daysBetween('1899-12-30', date) + sinceMidnight / minutesPerDay)
}
