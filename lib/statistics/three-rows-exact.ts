import { logFactorial } from './log-factorial'
import { sum } from './numbers'

/** As many ways to fill the first two cells of both upper rows as are gone through; more would take minutes. */
const mostWays = 20_000_000

type Triple = readonly [number, number, number]

/**
 * The share of all tables of three rows and at most three columns with these totals whose log weight (sum of -log cell!) is at most
 * `limit`. The first row and the first cell of the second are gone through one by one; what is left is a hypergeometric
 * distribution, rare at both ends, of which only the ends are added up. Null where the totals leave too many ways.
 */
export function shareOfRare(rows: readonly number[], columns: readonly number[], limit: number): number | null {
  const [first = 0, second = 0] = [...rows].sort((x, y) => x - y)
  const [a = 0, b = 0, c = 0] = [...columns].sort((x, y) => x - y)
  const ways = Math.min(first + 1, a + 1) * Math.min(first + 1, b + 1) * (Math.min(second, a) + 1)
  if (ways > mostWays) return null
  const all = logFactorial(sum(rows)) - sum([...rows, ...columns].map(logFactorial))
  let share = 0
  for (let x = Math.max(0, first - b - c); x <= Math.min(first, a); x++)
    for (let y = Math.max(0, first - x - c); y <= Math.min(first - x, b); y++) {
      const left: Triple = [a - x, b - y, c - (first - x - y)]
      const weight = -logFactorial(x) - logFactorial(y) - logFactorial(first - x - y)
      share += twoRows(left, { second, weight, limit, all })
    }
  return Math.min(1, share)
}

type Given = { second: number; weight: number; limit: number; all: number }

/** The share of what follows once the first row is filled: the second row by its first cell. */
function twoRows([a, b, c]: Triple, { second, weight, limit, all }: Given): number {
  let share = 0
  for (let x = Math.max(0, second - b - c); x <= Math.min(second, a); x++) {
    const sofar = weight - logFactorial(x) - logFactorial(a - x)
    share += ends({ size: second - x, b, c }, { sofar, limit, all })
  }
  return share
}

/** The rest of the second row over two columns: `size` in all, with the totals `b` and `c`. */
type Rest = { size: number; b: number; c: number }

const logWeight = ({ size, b, c }: Rest, y: number) =>
  -logFactorial(y) - logFactorial(size - y) - logFactorial(b - y) - logFactorial(c - size + y)

function ends(rest: Rest, { sofar, limit, all }: { sofar: number; limit: number; all: number }): number {
  const { size, b, c } = rest
  const [low, high] = [Math.max(0, size - c), Math.min(size, b)]
  const mode = Math.min(high, Math.max(low, Math.floor(((size + 1) * (b + 1)) / (b + c + 2))))
  const isRare = (y: number) => sofar + logWeight(rest, y) <= limit
  if (isRare(mode)) return Math.exp(sofar + logTotal(rest) - all)
  const below = lastWhere(isRare, low - 1, mode)
  const above = -lastWhere((y) => isRare(-y), -high - 1, -mode)
  const start = (y: number) => Math.exp(sofar + logWeight(rest, y) - all)
  return (below < low ? 0 : downward(rest, below, start(below))) + (above > high ? 0 : upward(rest, above, start(above)))
}

/** The log of the sum of all weights of a rest, in closed form. */
const logTotal = ({ size, b, c }: Rest) =>
  logFactorial(b + c) - logFactorial(size) - logFactorial(b + c - size) - logFactorial(b) - logFactorial(c)

/** The last whole number after `from` (where it holds, or nothing is) and before `to` (where it does not) for which it holds. */
function lastWhere(holds: (y: number) => boolean, from: number, to: number): number {
  let [yes, no] = [from, to]
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2)
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}

/** Ends fall off ever faster: what adds nothing any more ends them. */
const nothing = 1e-18

function downward({ size, b, c }: Rest, from: number, term: number): number {
  let total = 0
  for (let [y, share] = [from, term]; share > total * nothing; y--) {
    total += share
    share *= (y * (c - size + y)) / ((size - y + 1) * (b - y + 1))
  }
  return total
}

function upward({ size, b, c }: Rest, from: number, term: number): number {
  let total = 0
  for (let [y, share] = [from, term]; share > total * nothing; y++) {
    total += share
    share *= ((size - y) * (b - y)) / ((y + 1) * (c - size + y + 1))
  }
  return total
}
