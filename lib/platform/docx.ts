import { blockXml, paragraphXml } from './docx-blocks'
import { contentTypes, coreProperties, documentRelations, footerXml, packageRelations, stylesXml } from './docx-parts'
import type { Paper } from './paper'
import { xmlDeclaration } from './xml'
import { type ZipFile, zipChunks } from './zip-write'

/**
 * A paper as an editable Word document, A4, with the same blocks as its PDF: 宋体 for letters, 黑体 for titles, page x / y.
 * The texts are escaped, so that nothing in them is markup; `made` is the creation date.
 */
export async function docxOf(paper: Paper, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipChunks(partsOf(paper, made), made)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const encoder = new TextEncoder()

function partsOf(paper: Paper, made: Date): ZipFile[] {
  const file = (name: string, text: string): ZipFile => ({ name, chunks: [encoder.encode(text)] })
  return [
    file('[Content_Types].xml', contentTypes),
    file('_rels/.rels', packageRelations),
    file('docProps/core.xml', coreProperties(paper.title, made)),
    file('word/document.xml', documentXml(paper)),
    file('word/_rels/document.xml.rels', documentRelations),
    file('word/styles.xml', stylesXml(paper)),
    file('word/footer1.xml', footerXml(paper)),
  ]
}

const twipsPerMillimetre = 1440 / 25.4
const twips = (millimetres: number): number => Math.round(millimetres * twipsPerMillimetre)

// A4 with the margins of the PDF: 25 mm at the sides, 22 mm above and below.
const section =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>' +
  `<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>` +
  `<w:pgMar w:top="${twips(22)}" w:right="${twips(25)}" w:bottom="${twips(22)}" w:left="${twips(25)}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`

const documentXml = ({ title, blocks }: Paper): string =>
  `${xmlDeclaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
  `<w:body>${paragraphXml('Title', title)}${blocks.map(blockXml).join('')}${section}</w:body></w:document>`
