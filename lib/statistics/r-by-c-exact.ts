import { logFactorial } from './log-factorial'
import { sum } from './numbers'
import { columnTotals } from './r-by-c'
import { shareOfRare } from './three-rows-exact'

const patience = 20_000_000
/** Log weights this close are equal. */
const tie = 1e-7

/**
 * Fisher's exact test of an r x c table (Freeman & Halton 1951 Biometrika 38:141): the share of all tables with these
 * margins that are no more likely than the observed one (ties within 1e-7 count as equal). Walks the network of
 * remaining column totals row by row (Mehta & Patel 1983 JASA 78:427), three rows of up to three columns without it: where
 * every completion of a path is rare, or none is, the path is settled at once by the likeliest and unlikeliest completion of
 * its node. Null where the table is too large for that (`patience` steps), as R's workspace is.
 */
export function exactTableP(table: number[][]): number | null {
  const upright = (table[0]?.length ?? 0) > table.length ? transposed(table) : table
  const rows = upright.map((row) => sum(row)).filter((total) => total > 0)
  const columns = columnTotals(upright).filter((total) => total > 0)
  const observed = -sum(upright.flat().map(logFactorial))
  if (rows.length === 3 && columns.length <= 3) return shareOfRare(rows, columns, observed + tie)
  if (tooWide(rows, columns)) return null
  const network: Network = { rows: rows.sort((a, b) => a - b), nodes: [0, ...rows].map(() => new Map()), steps: 0 }
  const first = nodeAt(network, rows.length, columns)
  return first ? shareBelow(network, first, observed + tie) : null
}

/** With two columns the size of the network is known beforehand: states of the smaller column times ways to fill a row. */
function tooWide(rows: readonly number[], columns: readonly number[]): boolean {
  if (columns.length !== 2) return false
  const states = Math.min(...columns) + 1
  return stepsPerWay * sum(rows.slice(1).map((row) => Math.min(states, row + 1) * states)) > patience
}

/** Making a way costs about as much as walking this many paths along one. */
const stepsPerWay = 10

/** Rows still to fill are the first ones; `nodes[k]` are the states with k rows to fill, by their column totals. */
type Network = { rows: readonly number[]; nodes: Map<string, Node>[]; steps: number }

/**
 * What follows from a state: the log weights (sum of -log x!) of its likeliest and unlikeliest completion and of all
 * together, and the ways to fill the next row.
 */
type Node = { likeliest: number; unlikeliest: number; all: number; ways: Way[] }
type Way = { to: Node; weight: number }

/** Paths that lead to a node, by their weight (to 1e-9: equally likely tables are one path), with how many they are. */
type Layer = Map<Node, Map<number, number>>

const grain = 1e9

function nodeAt(network: Network, left: number, columns: readonly number[]): Node | null {
  // Columns are exchangeable: the sorted totals say all.
  const sorted = [...columns].sort((a, b) => a - b)
  const known = network.nodes[left] ?? new Map<string, Node>()
  const key = sorted.join(' ')
  const node = known.get(key) ?? explored(network, left, sorted)
  if (node) known.set(key, node)
  return node
}

function explored(network: Network, left: number, columns: readonly number[]): Node | null {
  if (left === 0) return { likeliest: 0, unlikeliest: 0, all: 0, ways: [] }
  const ways: Way[] = []
  for (const counts of fillings(columns, network.rows[left - 1] ?? 0)) {
    network.steps += stepsPerWay
    const to =
      network.steps > patience
        ? null
        : nodeAt(
            network,
            left - 1,
            columns.map((total, j) => total - (counts[j] ?? 0)),
          )
    if (!to) return null
    ways.push({ to, weight: -sum(counts.map(logFactorial)) })
  }
  return { ways, all: completions(network.rows.slice(0, left), columns), ...extremes(ways) }
}

/** The sum over all completions in closed form: M! / (product of row totals! and column totals!). */
function completions(rows: readonly number[], columns: readonly number[]): number {
  return logFactorial(sum(rows)) - sum([...rows, ...columns].map(logFactorial))
}

function extremes(ways: readonly Way[]) {
  let [likeliest, unlikeliest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { to, weight } of ways) {
    likeliest = Math.max(likeliest, weight + to.likeliest)
    unlikeliest = Math.min(unlikeliest, weight + to.unlikeliest)
  }
  return { likeliest, unlikeliest }
}

function shareBelow(network: Network, first: Node, limit: number): number | null {
  let share = 0
  let layer: Layer = new Map([[first, new Map([[0, 1]])]])
  while (layer.size > 0) {
    for (const [node, paths] of layer) network.steps += node.ways.length * paths.size
    if (network.steps > patience) return null
    const next: Layer = new Map()
    const walk = { next, limit, all: first.all }
    share += sum([...layer].flatMap(([node, paths]) => node.ways.map((way) => settled(way, paths, walk))))
    layer = next
  }
  return Math.min(1, share)
}

/** The share of the paths along one way all of whose completions are rare; passes on those of which only some are. */
function settled({ to, weight }: Way, paths: Map<number, number>, walk: { next: Layer; limit: number; all: number }): number {
  let share = 0
  let onward: Map<number, number> | undefined
  for (const [rounded, count] of paths) {
    const sofar = rounded / grain + weight
    if (sofar + to.likeliest <= walk.limit) share += count * Math.exp(sofar + to.all - walk.all)
    else if (sofar + to.unlikeliest <= walk.limit) {
      onward ??= pathsTo(walk.next, to)
      const same = Math.round(sofar * grain)
      onward.set(same, (onward.get(same) ?? 0) + count)
    }
  }
  return share
}

function pathsTo(layer: Layer, node: Node): Map<number, number> {
  const paths = layer.get(node) ?? new Map<number, number>()
  layer.set(node, paths)
  return paths
}

/** Every way to spread `size` over columns without exceeding their totals. */
function* fillings(columns: readonly number[], size: number): Generator<number[]> {
  const [first = 0, ...others] = columns
  const room = sum(others)
  if (others.length === 0) yield [size]
  else
    for (let count = Math.max(0, size - room); count <= Math.min(size, first); count++)
      for (const rest of fillings(others, size - count)) yield [count, ...rest]
}

function transposed(table: number[][]): number[][] {
  return (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0))
}
