import type { Segment } from '@/lib/platform/liquid'

/**
 * Rendered text as paragraphs: an empty line separates them, other line breaks are for the eye of the template's editor and
 * disappear (in English they are a space). Paragraphs without any text are left out.
 */
export function paragraphsOf(segments: readonly Segment[], language: 'zh-CN' | 'en'): Segment[][] {
  const joint = language === 'en' ? ' ' : ''
  const paragraphs: Segment[][] = [[]]
  for (const segment of segments) {
    const [first = '', ...rest] = segment.variable ? [segment.text] : segment.text.split(/\n[ \t]*\n\s*/)
    paragraphs.at(-1)?.push({ ...segment, text: first })
    paragraphs.push(...rest.map((text) => [{ ...segment, text }]))
  }
  return paragraphs.map((paragraph) => tidied(paragraph, joint)).filter((paragraph) => paragraph.length > 0)
}

function tidied(paragraph: readonly Segment[], joint: string): Segment[] {
  const joined = paragraph.map((segment) => ({ ...segment, text: unbroken(segment.text, joint) }))
  const written = joined.filter(({ text }) => text !== '')
  return written
    .map((segment, index) => ({ ...segment, text: trimmed(segment.text, index === 0, index === written.length - 1) }))
    .filter(({ text }) => text !== '')
}

// Line by line: one pattern for blanks, break and blanks takes the square of a long run of blanks.
const unbroken = (text: string, joint: string): string => {
  const lines = text.split('\n')
  return lines.map((line, index) => trimmed(line, index > 0, index < lines.length - 1)).join(joint)
}

const trimmed = (text: string, isFirst: boolean, isLast: boolean): string => {
  const started = isFirst ? text.trimStart() : text
  return isLast ? started.trimEnd() : started
}
