import { columnTotals } from './r-by-c'

const patience = 3_000_000

/**
 * Fisher's exact test of an r x c table (Freeman & Halton 1951 Biometrika 38:141): the share of all tables with these
 * margins that are no more likely than the observed one (ties within 1e-7 count as equal). Walks the network of
 * remaining column totals row by row (Mehta & Patel 1983 JASA 78:427): where every completion of a path is rare, or
 * none is, the path is settled at once by the likeliest and unlikeliest completion of its node. Null where the table is
 * too large for that (`patience` steps), as R's workspace is.
 */
export function exactTableP(table: number[][]): number | null {
  const upright = (table[0]?.length ?? 0) > table.length ? transposed(table) : table
  const rows = upright.map((row) => row.reduce((total, count) => total + count, 0)).filter((total) => total > 0)
  const columns = columnTotals(upright).filter((total) => total > 0)
  rows.sort((a, b) => a - b)
  const observed = upright.flat().reduce((total, count) => total - logFactorial(count), 0)
  const network = new Network(rows)
  try {
    return network.shareBelow(sortedKey(columns), observed + 1e-7)
  } catch (problem) {
    if (problem instanceof TooLarge) return null
    throw problem
  }
}

class TooLarge extends Error {}

/** What follows from a node: the log weights (sum of -log x!) of the likeliest and unlikeliest completion and of all together. */
type Node = { likeliest: number; unlikeliest: number; all: number }
type Path = { weight: number; count: number }
type Layer = Map<string, Map<number, Path>>
type Walk = { paths: Path[]; limit: number; total: number; next: Layer }

class Network {
  private readonly known: Map<string, Node>[]
  private steps = 0

  constructor(private readonly rows: number[]) {
    this.known = [...rows, 0].map(() => new Map())
  }

  shareBelow(start: string, limit: number): number {
    const total = this.node(this.rows.length, start).all
    let below = 0
    let layer: Layer = new Map([[start, new Map([[0, { weight: 0, count: 1 }]])]])
    for (let row = this.rows.length; row > 0; row--) {
      const next: Layer = new Map()
      for (const [key, paths] of layer) below += this.advance(row, key, { paths: [...paths.values()], limit, total, next })
      layer = next
    }
    return Math.min(1, below)
  }

  /** Sends the paths at a node one row on; returns the share of those settled as rare. */
  private advance(row: number, key: string, walk: Walk): number {
    let rare = 0
    for (const { left, weight } of this.placements(row, key)) {
      const node = this.node(row - 1, left)
      for (const path of walk.paths)
        rare += this.settle({ weight: path.weight + weight, count: path.count }, left, { ...walk, node })
    }
    return rare
  }

  /** The share of a path all of whose completions are rare; keeps walking it where only some are. */
  private settle(path: Path, key: string, { node, limit, total, next }: Walk & { node: Node }): number {
    this.step()
    if (path.weight + node.likeliest <= limit) return path.count * Math.exp(path.weight + node.all - total)
    if (path.weight + node.unlikeliest <= limit) remember(next, key, path)
    return 0
  }

  private node(row: number, key: string): Node {
    const seen = this.known[row]?.get(key)
    if (seen) return seen
    const made = row === 0 ? { likeliest: 0, unlikeliest: 0, all: 0 } : this.explored(row, key)
    this.known[row]?.set(key, made)
    return made
  }

  private explored(row: number, key: string): Node {
    let [likeliest, unlikeliest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const { left, weight } of this.placements(row, key)) {
      this.step()
      const next = this.node(row - 1, left)
      likeliest = Math.max(likeliest, weight + next.likeliest)
      unlikeliest = Math.min(unlikeliest, weight + next.unlikeliest)
    }
    return { likeliest, unlikeliest, all: this.all(row, key) }
  }

  /** The sum over all completions in closed form: M! / (product of row totals! and column totals!). */
  private all(row: number, key: string): number {
    const rows = this.rows.slice(0, row)
    const size = rows.reduce((total, count) => total + count, 0)
    return [...rows, ...totals(key)].reduce((log, count) => log - logFactorial(count), logFactorial(size))
  }

  /** Every way to fill one row from the remaining column totals, with what is left (sorted: columns are exchangeable). */
  private placements(row: number, key: string): Iterable<{ left: string; weight: number }> {
    return fillings(totals(key), this.rows[row - 1] ?? 0)
  }

  private step(): void {
    this.steps++
    if (this.steps > patience) throw new TooLarge()
  }
}

function* fillings(columns: number[], size: number): Iterable<{ left: string; weight: number }> {
  const counts = columns.map(() => 0)
  const room = columns.map((_, index) => columns.slice(index + 1).reduce((total, count) => total + count, 0))
  function* place(index: number, open: number): Iterable<{ left: string; weight: number }> {
    if (index === columns.length) {
      const weight = counts.reduce((total, count) => total - logFactorial(count), 0)
      yield { left: sortedKey(columns.map((column, at) => column - (counts[at] ?? 0))), weight }
      return
    }
    for (let count = Math.max(0, open - (room[index] ?? 0)); count <= Math.min(open, columns[index] ?? 0); count++) {
      counts[index] = count
      yield* place(index + 1, open - count)
    }
  }
  yield* place(0, size)
}

/** Paths whose weights agree to 1e-9 are one path: their tables are equally likely. */
function remember(layer: Layer, key: string, path: Path): void {
  const paths = layer.get(key) ?? new Map<number, Path>()
  layer.set(key, paths)
  const same = Math.round(path.weight * 1e9)
  const known = paths.get(same)
  paths.set(same, known ? { weight: known.weight, count: known.count + path.count } : path)
}

function sortedKey(columns: number[]): string {
  return [...columns].sort((a, b) => a - b).join(' ')
}

function totals(key: string): number[] {
  return key.split(' ').map((text) => Number.parseInt(text, 10))
}

function transposed(table: number[][]): number[][] {
  return (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0))
}

const logFactorials = [0]

function logFactorial(count: number): number {
  for (let next = logFactorials.length; next <= count; next++) logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next))
  return logFactorials[count] ?? Number.NaN
}
