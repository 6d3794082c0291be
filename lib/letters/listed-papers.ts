import type { PaperChoice, PaperFile } from './enclosures.queries'
import { wording } from './wording'

type Named = Pick<PaperChoice, 'code' | 'zh' | 'en' | 'files'>
type Text = { zh: string; en: string }

/**
 * Papers as a letter lists them, file by file, so that who counts the lines counts the files: each by its own kind, the months
 * it covers, and what else of the list it serves as. Files that read the same are numbered.
 */
export function asListed(papers: readonly Named[]): Text[] {
  const files = [...new Map(papers.flatMap((paper) => paper.files.map((file) => [file.id, file] as const))).values()]
  return files.map((file) => {
    const alike = files.filter((other) => other.zh === file.zh && isSameTime(other, file))
    const number = alike.length > 1 ? [numbered(alike.indexOf(file) + 1)] : []
    const others = papers.filter(({ code, files: of }) => code !== file.code && of.some(({ id }) => id === file.id))
    return lineOf(file, [...covered(file), ...number, ...(others.length > 0 ? [alsoAs(others)] : [])])
  })
}

const isSameTime = (a: PaperFile, b: PaperFile) => a.coversFrom === b.coversFrom && a.coversTo === b.coversTo

const numbered = (n: number): Text => ({ zh: `第${n}份`, en: `no. ${n}` })

function covered({ coversFrom, coversTo }: PaperFile): Text[] {
  if (coversFrom === null || coversTo === null) return []
  const [chinese, english] = [wording['zh-CN'], wording.en]
  const zh = [...new Set([coversFrom, coversTo].map(chinese.month))].join('至')
  return [{ zh, en: [...new Set([coversFrom, coversTo].map(english.month))].join(' to ') }]
}

const alsoAs = (others: readonly Text[]): Text => ({
  zh: `兼作${others.map((one) => one.zh).join('、')}`,
  en: `also serving as: ${others.map((one) => one.en).join(', ')}`,
})

function lineOf({ zh, en }: Text, notes: readonly Text[]): Text {
  if (notes.length === 0) return { zh, en }
  return { zh: `${zh}（${notes.map((note) => note.zh).join('，')}）`, en: `${en} (${notes.map((note) => note.en).join('; ')})` }
}
