import type { LetterPart } from '@/lib/letters/compiled'
import type { Finding } from '@/lib/letters/lint'

/** Where a finding stands in the source of its part: offsets in UTF-16 units, as editors count. */
export type Mark = { readonly from: number; readonly to: number; readonly finding: Finding }

/**
 * The findings that have a place in this part of a template. What the letter lacks or cites wrongly is known by the name of
 * its variable, and marked wherever that stands.
 */
export const marksOf = (source: string, part: LetterPart, findings: readonly Finding[]): Mark[] => {
  const marks = findings
    .filter((finding) => finding.part === undefined || finding.part === part)
    .flatMap((finding) => placesOf(source, finding).map(([from, to]) => ({ from, to, finding })))
  // A word said three times is found three times and marked at three places each time.
  const distinct = new Map(marks.map((mark) => [`${mark.from} ${mark.finding.code}`, mark]))
  return [...distinct.values()].toSorted((a, b) => a.from - b.from)
}

type Place = readonly [from: number, to: number]

function placesOf(source: string, { word, line, column }: Finding): Place[] {
  if (line !== undefined && column !== undefined) return [placeAt(source, { word, line, column })]
  return word === '' ? [] : occurrences(source, word)
}

function placeAt(source: string, { word, line, column }: { word: string; line: number; column: number }): Place {
  const start = source.split('\n', line - 1).reduce((offset, text) => offset + text.length + 1, 0)
  const from = Math.min(start + column - 1, Math.max(0, source.length - 1))
  return [from, Math.min(from + Math.max(1, word.length), source.length)]
}

function occurrences(source: string, word: string): Place[] {
  const places: Place[] = []
  for (let from = source.indexOf(word); from !== -1 && places.length < 50; from = source.indexOf(word, from + word.length))
    places.push([from, from + word.length])
  return places
}
