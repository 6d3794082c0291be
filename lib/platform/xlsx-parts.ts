import type { ColumnKind } from './table'
import { xmlDeclaration, xmlText } from './xml'

/** The parts of a workbook that do not depend on its rows (ECMA-376, SpreadsheetML). */

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Text of a cell. What looks like Excel's own escape `_x000D_` is kept as text. */
export const cellText = (text: string): string => xmlText(text).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')

/** 0 → A, 25 → Z, 26 → AA. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** Rows of `cellXfs` in the styles part. */
export const styleOf: Record<ColumnKind | 'heading', number> = {
  number: 0,
  heading: 1,
  text: 2,
  code: 2,
  money: 3,
  date: 4,
  moment: 5,
}

export const styles =
  `${xmlDeclaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDFF0EF"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">' +
  '<xf xfId="0"/>' +
  '<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/>' +
  '<xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf xfId="0" numFmtId="4" applyNumberFormat="1"/>' +
  '<xf xfId="0" numFmtId="164" applyNumberFormat="1"/>' +
  '<xf xfId="0" numFmtId="165" applyNumberFormat="1"/>' +
  '</cellXfs></styleSheet>'

export const contentTypes = (sheets: number): string =>
  `${xmlDeclaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
  numbered(sheets, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`) +
  '</Types>'

export const relations = `${xmlDeclaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookRelations = (sheets: number): string =>
  `${xmlDeclaration}<Relationships xmlns="${packages}/relationships">` +
  numbered(sheets, (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`) +
  `<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`

export const workbook = (names: readonly string[]): string =>
  `${xmlDeclaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  names
    .map((name, index) => `<sheet name="${xmlText(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('') +
  '</sheets></workbook>'

const sheetName = (name: string): string => [...name.replace(/[[\]:*?/\\]/g, ' ')].slice(0, 31).join('')

const numbered = (count: number, xml: (n: number) => string): string =>
  Array.from({ length: count }, (_, index) => xml(index + 1)).join('')
