const known = [0]

/** The natural logarithm of a whole number's factorial. */
export function logFactorial(count: number): number {
  for (let next = known.length; next <= count; next++) known.push((known[next - 1] ?? 0) + Math.log(next))
  return known[count] ?? Number.NaN
}
