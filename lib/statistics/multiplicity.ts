import { sum } from './numbers'

/** A p-value, or null for a factor that was not tested and must not count among those that were. */
export type MaybeP = number | null

/** Benjamini & Hochberg 1995 JRSS-B 57:289: adjusted p (q), in the order given; controls the false discovery rate. */
export function benjaminiHochberg(ps: MaybeP[]): MaybeP[] {
  return stepUp(ps, (m, rank) => m / rank)
}

/** Benjamini & Yekutieli 2001 Ann Stat 29:1165: as above under any dependence. */
export function benjaminiYekutieli(ps: MaybeP[]): MaybeP[] {
  const m = ps.filter((p) => p !== null).length
  const harmonic = sum(Array.from({ length: m }, (_, index) => 1 / (index + 1)))
  return stepUp(ps, (count, rank) => (harmonic * count) / rank)
}

/** Holm 1979 Scand J Stat 6:65: controls the chance of any false claim. */
export function holm(ps: MaybeP[]): MaybeP[] {
  const sorted = ranked(ps)
  return adjusted(ps, sorted, (m, rank) => m - rank + 1, Math.max)
}

/** Bonferroni: p times the number of tests (Dunn 1961 JASA 56:52). */
export function bonferroni(ps: MaybeP[]): MaybeP[] {
  const m = ps.filter((p) => p !== null).length
  return ps.map((p) => (p === null ? null : Math.min(1, p * m)))
}

type Ranked = { p: number; index: number; rank: number }
type Factor = (m: number, rank: number) => number

function stepUp(ps: MaybeP[], factor: Factor): MaybeP[] {
  return adjusted(ps, ranked(ps).reverse(), factor, Math.min)
}

/** Tested p-values from the smallest, with their place in the input and their rank from 1. */
function ranked(ps: MaybeP[]): Ranked[] {
  return ps
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((a, b) => a.p - b.p)
    .map((entry, order) => ({ ...entry, rank: order + 1 }))
}

function adjusted(ps: MaybeP[], walk: Ranked[], factor: Factor, keep: (a: number, b: number) => number): MaybeP[] {
  const answer: MaybeP[] = ps.map(() => null)
  let running: number | undefined
  for (const { p, index, rank } of walk) {
    const own = Math.min(1, p * factor(walk.length, rank))
    running = running === undefined ? own : keep(running, own)
    answer[index] = running
  }
  return answer
}
