import type { Paper } from './paper'
import { xmlDeclaration, xmlText } from './xml'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const contentTypes =
  `${xmlDeclaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${type}.footer+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'

export const packageRelations =
  `${xmlDeclaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>` +
  `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

export const documentRelations =
  `${xmlDeclaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${office}/footer" Target="footer1.xml"/></Relationships>`

export const coreProperties = (title: string, made: Date): string =>
  `${xmlDeclaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${xmlText(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${made.toISOString()}</dcterms:created></cp:coreProperties>`

const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>` +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`

/** The reference at the left, page x / y at the right, as under the PDF. */
export function footerXml({ reference, language }: Paper): string {
  const pages =
    language === 'en'
      ? `${run('Page ')}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}`
      : `${run('第 ')}${field('PAGE')}${run(' 页 / 共 ')}${field('NUMPAGES')}${run(' 页')}`
  return (
    `${xmlDeclaration}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="PaperFooter"/><w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs></w:pPr>` +
    `${run(reference)}<w:r><w:tab/></w:r>${pages}</w:p></w:ftr>`
  )
}

type Style = {
  readonly id: string
  readonly paragraph: string
  /** Half points, as Word counts. */
  readonly size: number
  readonly font: string
  readonly bold?: true
}

/** Body font and sizes in half points of each layout. */
const looks = {
  letter: { font: '宋体', size: 24, title: 36 },
  report: { font: '等线', size: 20, title: 32 },
} as const

// Twenty-four points a line, whatever the font's own line is, and two characters of indent: as in the PDF.
const chineseLetter = {
  lines: '<w:spacing w:after="0" w:line="480" w:lineRule="exact"/>',
  indent: '<w:ind w:firstLineChars="200" w:firstLine="480"/>',
}
const compact = { lines: '<w:spacing w:after="120" w:line="300" w:lineRule="auto"/>', indent: '' }

const close = (after: number): string => `<w:spacing w:before="0" w:after="${after}" w:line="264" w:lineRule="auto"/>`
const toTheRight = '<w:jc w:val="right"/>'
const signed = `<w:spacing w:before="120" w:after="60"/>${toTheRight}`

/** The fonts every Chinese Office has, named for East Asian text on their own (`w:eastAsia`), or Word takes its default. */
export function stylesXml({ layout, language }: Paper): string {
  const { font, size, title } = looks[layout]
  const { lines, indent } = layout === 'letter' && language === 'zh-CN' ? chineseLetter : compact
  const styles: Style[] = [
    { id: 'Normal', paragraph: lines, size, font },
    { id: 'PaperBody', paragraph: `${lines}${indent}<w:jc w:val="both"/>`, size, font },
    { id: 'Title', paragraph: '<w:keepNext/><w:spacing w:after="360"/><w:jc w:val="center"/>', size: title, font: '黑体' },
    { id: 'Heading1', paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="120"/>', size: size + 3, font: '黑体' },
    { id: 'PaperCaption', paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="120"/>', size: 21, font: '黑体' },
    { id: 'PaperNote', paragraph: close(120), size: 18, font },
    { id: 'PaperList', paragraph: `<w:keepNext/>${close(40)}`, size, font },
    { id: 'PaperSignature', paragraph: `<w:keepNext/>${signed}`, size, font },
    { id: 'PaperSignatureEnd', paragraph: signed, size, font },
    { id: 'PaperCell', paragraph: close(0), size: 19, font },
    { id: 'PaperFigure', paragraph: close(0) + toTheRight, size: 19, font },
    { id: 'PaperBoldCell', paragraph: close(0), size: 19, font, bold: true },
    { id: 'PaperBoldFigure', paragraph: close(0) + toTheRight, size: 19, font, bold: true },
    // One point high: starts a page without leaving an empty one where the page before is full.
    { id: 'PaperBreak', paragraph: '<w:pageBreakBefore/><w:spacing w:after="0" w:line="20" w:lineRule="exact"/>', size: 2, font },
    { id: 'PaperFooter', paragraph: close(0), size: 17, font },
  ]
  return `${xmlDeclaration}<w:styles xmlns:w="${main}">${styles.map((style) => styleXml(style, language)).join('')}</w:styles>`
}

const styleXml = ({ id, paragraph, size, font, bold }: Style, language: Paper['language']): string =>
  `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${id}"/><w:pPr>${paragraph}</w:pPr>` +
  `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` +
  `<w:lang w:val="${language === 'en' ? 'en-GB' : 'zh-CN'}" w:eastAsia="zh-CN"/></w:rPr></w:style>`
