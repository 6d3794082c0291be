/** One line of a comparison: in both texts, or only in the older or the newer one. */
export type DiffLine = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** Beyond this many lines a text is not compared line by line: the work grows with the product of both. */
const longest = 400

/**
 * Two texts line by line, by their longest common subsequence. A line ends at a break or at the end of a sentence, because
 * a paragraph of a letter is one line in the editor.
 */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, young] = [linesOf(before), linesOf(after)]
  if (Math.max(old.length, young.length) > longest) return [...old.map(gone), ...young.map(fresh)]
  return walked(old, young, lengths(old, young))
}

const linesOf = (text: string): string[] =>
  text
    .split(/(?<=[。；\n]|[.;] )/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const gone = (text: string): DiffLine => ({ kind: 'gone', text })
const fresh = (text: string): DiffLine => ({ kind: 'new', text })

type Lengths = readonly (readonly number[])[]

/** `[i][j]`: how many lines the ends of both texts, from line i and from line j on, have in common. */
function lengths(old: readonly string[], young: readonly string[]): Lengths {
  const table: number[][] = [[...young, ''].map(() => 0)]
  for (const line of old.toReversed()) table.unshift(rowAbove(line, young, table[0] ?? []))
  return table
}

function rowAbove(line: string, young: readonly string[], below: readonly number[]): number[] {
  const row = [...below].fill(0)
  for (let j = young.length - 1; j >= 0; j -= 1)
    row[j] = line === young[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  return row
}

/** From the start of both texts to their ends, never passing a line that the rest still has in common. */
function walked(old: readonly string[], young: readonly string[], table: Lengths): DiffLine[] {
  const left = (i: number, j: number) => table[i]?.[j] ?? 0
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    const line = step(old[i], young[j], left(i + 1, j) >= left(i, j + 1))
    lines.push(line)
    const [inOld, inYoung] = strides[line.kind]
    i += inOld
    j += inYoung
  }
  return lines
}

/** How far a line goes on in the older and in the newer text. */
const strides = { same: [1, 1], gone: [1, 0], new: [0, 1] } as const

function step(old: string | undefined, young: string | undefined, isOldFirst: boolean): DiffLine {
  if (old === undefined || young === undefined) return old === undefined ? fresh(young ?? '') : gone(old)
  if (old === young) return { kind: 'same', text: old }
  return isOldFirst ? gone(old) : fresh(young)
}
