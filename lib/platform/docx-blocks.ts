import type { PaperBlock, PaperCell, PaperColumn, PaperIntervalRow } from './paper'
import { xmlText } from './xml'

/** One paragraph in a named style of the document. */
export const paragraphXml = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`

/** A block of a paper in WordprocessingML (ECMA-376). */
export const blockXml = (block: PaperBlock): string => writers[block.kind](block)

// All lines but the last hold on to the next, so that a signature is not torn apart.
const signatureXml = (lines: readonly string[]): string =>
  lines.map((line, index) => paragraphXml(index < lines.length - 1 ? 'PaperSignature' : 'PaperSignatureEnd', line)).join('')

type Kind = PaperBlock['kind']
type Block<K extends Kind> = Extract<PaperBlock, { kind: K }>

const writer =
  <K extends Kind>(kind: K, write: (block: Block<K>) => string) =>
  (block: PaperBlock): string =>
    isKind(block, kind) ? write(block) : ''

const isKind = <K extends Kind>(block: PaperBlock, kind: K): block is Block<K> => block.kind === kind

const writers: Record<Kind, (block: PaperBlock) => string> = {
  salutation: writer('salutation', ({ text }) => paragraphXml('Normal', text)),
  paragraph: writer('paragraph', ({ text }) => paragraphXml('PaperBody', text)),
  heading: writer('heading', ({ text }) => paragraphXml('Heading1', text)),
  note: writer('note', ({ text }) => paragraphXml('PaperNote', text)),
  callout: writer('callout', ({ title, text }) => paragraphXml('PaperBody', `${title}${text}`)),
  figures: writer('figures', ({ items }) =>
    factsXml(items.map(({ label, value, lines }): [string, string] => [label, [value, ...lines].join(' · ')])),
  ),
  facts: writer('facts', ({ rows }) => factsXml(rows)),
  table: writer(
    'table',
    ({ caption, columns, rows, total }) =>
      (caption ? paragraphXml('PaperCaption', caption) : '') + tableXml(columns, rows, total),
  ),
  intervals: writer('intervals', intervalsXml),
  list: writer('list', ({ title, items }) =>
    [title, ...items.map((item, index) => `${index + 1}. ${item}`)].map((line) => paragraphXml('PaperList', line)).join(''),
  ),
  signature: writer('signature', ({ lines }) => signatureXml(lines)),
  new_page: () => paragraphXml('PaperBreak', ''),
}

/** The numbers of a picture without it: a line for each group, and its lines below. */
function intervalsXml({ note, columns, picture, groups }: Block<'intervals'>): string {
  const rows = groups.flatMap(({ title, aside, rows: lines }) => [
    columns.map((_, index) => (index === 0 ? title : index === columns.length - 1 ? aside : '')),
    ...lines.map(numbersOf),
  ])
  const besides = <T>(cells: readonly T[]) => cells.filter((_, index) => index !== picture.column)
  return `${note === '' ? '' : paragraphXml('PaperNote', note)}${tableXml(besides(columns), rows.map(besides), [])}`
}

/** What would stand in place of the picture stands in the last cell that is empty. */
function numbersOf({ cells, said }: PaperIntervalRow): string[] {
  const texts = cells.map(textOf)
  const free = texts.lastIndexOf('')
  return texts.map((text, index) => (said !== '' && index === free ? said : text))
}

const textOf = ({ text, under = '' }: PaperCell): string => (under === '' ? text : `${text} (${under})`)

/** Inside A4's margins: 160 mm in twentieths of a point. */
const textWidth = 9071

const rules =
  '<w:tblBorders><w:top w:val="single" w:sz="4" w:color="B3B3B3"/><w:bottom w:val="single" w:sz="4" w:color="B3B3B3"/><w:insideH w:val="single" w:sz="4" w:color="B3B3B3"/></w:tblBorders>'

const table = (borders: string, widths: readonly number[], rows: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr>` +
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>${paragraphXml('PaperNote', '')}`

const cell = (width: number, style: string, text: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml(style, text)}</w:tc>`

function factsXml(rows: readonly (readonly [string, string])[]): string {
  const widths = [2200, textWidth - 2200]
  return table(
    '',
    widths,
    rows.map((row) => `<w:tr>${row.map((text, index) => cell(widths[index] ?? 0, 'PaperCell', text)).join('')}</w:tr>`).join(''),
  )
}

function tableXml(columns: readonly PaperColumn[], rows: readonly (readonly string[])[], total: readonly string[]): string {
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  const widths = columns.map(({ share = 1 }) => Math.floor((textWidth * share) / shares))
  const line = (cells: readonly string[], head: string, bold: string) =>
    `<w:tr>${head}${columns.map(({ align }, index) => cell(widths[index] ?? 0, `Paper${bold}${align === 'right' ? 'Figure' : 'Cell'}`, cells[index] ?? '')).join('')}</w:tr>`
  const lines = [
    line(
      columns.map(({ title }) => title),
      '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
      'Bold',
    ),
    ...rows.map((row) => line(row, '<w:trPr><w:cantSplit/></w:trPr>', '')),
    ...(total.length > 0 ? [line(total, '', 'Bold')] : []),
  ]
  return table(rules, widths, lines.join(''))
}
