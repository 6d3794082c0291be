import type { Codes } from '@/lib/analysis/coded'
import { sha256 } from '@/lib/platform/hash'
import { isApproval } from './approval'
import { alphabetOf, gap, shortMarks, wordMarks } from './marks'
import { outcomeColumn, outcomeOf, stratumColumn } from './sheet'

/**
 * So many sent versions of the clients of a slice that agree in what became of them, in creditor and product, in whether they were
 * imported, and in whether they are the first decided (or the first open) one of their client. `marks`: a line for each.
 */
export type Lot = { approval: string; stratum: string; isImported: boolean; isFirst: boolean; n: number; marks: string }

/** A column of one slice: the words of its codes from 1 (the list grows with further slices), and a code per version. */
export type SliceColumn = { words: readonly string[]; codes: Codes }

/** The versions of one slice as columns, and a fingerprint of them. */
export type CodedSlice = { columns: ReadonlyMap<string, SliceColumn>; firsts: Uint8Array; imported: Uint8Array; hash: string }

/**
 * Reads slices one after the other into codes; all share one list of words per column. `office` goes into the fingerprints,
 * so that no two offices have the same.
 */
export function sliceReader(office: string): (lots: readonly Lot[]) => CodedSlice {
  const books = new Map(wordColumns.map((column) => [column, wordBook()]))
  const codeIn = (column: string, word: string | null) => books.get(column)?.codeOf(word) ?? 0
  return (lots) => {
    const blocks = lots.map((lot) => ({ ...lot, lines: lot.marks.split('\n').sort() })).sort(byName)
    const lines = blocks.flatMap((block) => block.lines)
    const words = lines.map((line) => line.split(gap))
    const spelled = (column: string, codes: Codes): [string, SliceColumn] => [
      column,
      { words: books.get(column)?.words ?? [], codes },
    ]
    return {
      columns: new Map([
        spelled(
          outcomeColumn,
          perVersion(blocks, ({ approval }) => codeIn(outcomeColumn, outcomeWord(approval))),
        ),
        spelled(
          stratumColumn,
          perVersion(blocks, ({ stratum }) => codeIn(stratumColumn, stratum)),
        ),
        ...alphabets.map(({ column, levels, codeOf }, place): [string, SliceColumn] => [
          column,
          { words: levels, codes: Uint8Array.from(lines, (line) => codeOf[line.charCodeAt(place)] ?? 0) },
        ]),
        ...wordMarks.map(([column], place) =>
          spelled(
            column,
            Uint16Array.from(words, (of) => codeIn(column, of[place + 1] || null)),
          ),
        ),
      ]),
      firsts: Uint8Array.from(perVersion(blocks, ({ isFirst }) => (isFirst ? 1 : 0))),
      imported: Uint8Array.from(perVersion(blocks, ({ isImported }) => (isImported ? 1 : 0))),
      hash: sha256(JSON.stringify([office, blocks.map((block) => [nameOf(block), block.lines])])),
    }
  }
}

const wordColumns = [outcomeColumn, stratumColumn, ...wordMarks.map(([column]) => column)]
const alphabets = shortMarks.map(([column, shown]) => ({ column, ...alphabetOf(shown) }))

type Block = Lot & { lines: readonly string[] }

/** One code per version, the same for all of a lot. */
function perVersion(blocks: readonly Block[], code: (block: Block) => number): Uint16Array {
  const codes = new Uint16Array(blocks.reduce((sum, { lines }) => sum + lines.length, 0))
  let row = 0
  for (const block of blocks) {
    codes.fill(code(block), row, row + block.lines.length)
    row += block.lines.length
  }
  return codes
}

const outcomeWord = (approval: string) => (isApproval(approval) ? outcomeOf(approval) : null)

const nameOf = ({ approval, stratum, isImported, isFirst }: Lot) => JSON.stringify([approval, stratum, isImported, isFirst])
const byName = (a: Lot, b: Lot) => (nameOf(a) < nameOf(b) ? -1 : 1)

/** The words of a column with their codes from 1, in the order in which they are met; 0 for none. */
function wordBook() {
  const words: string[] = []
  const known = new Map<string | null, number>([[null, 0]])
  const codeOf = (word: string | null) => {
    const code = known.get(word)
    if (code !== undefined || word === null) return code ?? 0
    known.set(word, words.push(word))
    return words.length
  }
  return { words, codeOf }
}
