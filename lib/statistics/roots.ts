const precision = 1e-14
const patience = 200

type Curve = (x: number) => number

/**
 * The zero of a monotone function on one side of `start`: steps outward, doubling, until the sign changes, then closes
 * in. Infinity with the sign of `step` where no change is found before |x| = `limit`.
 */
export function rootBeyond(curve: Curve, start: number, step: number, limit = 700): number {
  const sign = Math.sign(curve(start))
  let inside = start
  let stride = step
  while (Math.abs(inside) < limit) {
    const outside = inside + stride
    if (Math.sign(curve(outside)) !== sign) return rootBetween(curve, inside, outside)
    inside = outside
    stride *= 2
  }
  return step * Number.POSITIVE_INFINITY
}

/** The zero between two points of opposite sign (Ridders 1979 IEEE Trans Circuits Syst 26:979). */
function rootBetween(curve: Curve, first: number, second: number): number {
  let bracket = { low: at(curve, first), high: at(curve, second) }
  for (let round = 0; round < patience && !closed(bracket); round++) bracket = narrowed(curve, bracket)
  const { low, high } = bracket
  return Math.abs(low.y) < Math.abs(high.y) ? low.x : high.x
}

type Point = { x: number; y: number }
type Bracket = { low: Point; high: Point }

function at(curve: Curve, x: number): Point {
  return { x, y: curve(x) }
}

function closed({ low, high }: Bracket): boolean {
  return low.y === 0 || high.y === 0 || Math.abs(high.x - low.x) <= precision * (Math.abs(low.x) + Math.abs(high.x))
}

function narrowed(curve: Curve, { low, high }: Bracket): Bracket {
  const middle = at(curve, (low.x + high.x) / 2)
  const root = Math.sqrt(middle.y * middle.y - low.y * high.y)
  if (root === 0) return { low: middle, high: middle }
  const pull = at(curve, middle.x + ((middle.x - low.x) * Math.sign(low.y - high.y) * middle.y) / root)
  const points = [low, middle, pull, high].sort((a, b) => a.x - b.x)
  const next = points.findIndex((point, index) => index > 0 && Math.sign(point.y) !== Math.sign(points[0]?.y ?? 0))
  return { low: points[next - 1] ?? middle, high: points[next] ?? middle }
}
