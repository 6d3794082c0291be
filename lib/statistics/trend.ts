import { chiSquareUpper, normalTwoSided } from './distributions'
import { sum } from './numbers'
import { contingency } from './r-by-c'

/** Events of n at one level of an ordered factor, with the number that stands for the level. */
export type ScoredLevel = { events: number; n: number; score: number }

/**
 * Trend of a rate over ordered levels: Cochran-Armitage (Armitage 1955 Biometrics 11:375, variance over N; positive z:
 * the rate rises with the score), Agresti's M2 = (N - 1) r2, and the departure from a straight line (Pearson - trend,
 * levels - 2 df).
 */
export function trend(levels: ScoredLevel[]) {
  const used = levels.filter(({ n }) => n > 0)
  const n = sum(used.map((level) => level.n))
  const rate = sum(used.map((level) => level.events)) / n
  const mean = sum(used.map((level) => level.n * level.score)) / n
  const excess = sum(used.map((level) => (level.events - level.n * rate) * (level.score - mean)))
  const spread = sum(used.map((level) => level.n * (level.score - mean) ** 2))
  const z = excess / Math.sqrt(rate * (1 - rate) * spread)
  const pearson = contingency(used.map((level) => [level.events, level.n - level.events]))
  const m2 = (z * z * (n - 1)) / n
  const departure = Math.max(0, pearson.chi2 - z * z)
  return {
    z,
    chi2: z * z,
    p: normalTwoSided(z),
    m2,
    m2P: chiSquareUpper(m2, 1),
    pearson: { chi2: pearson.chi2, df: pearson.df, p: pearson.chi2P },
    departure: { chi2: departure, df: pearson.df - 1, p: chiSquareUpper(departure, pearson.df - 1) },
  }
}
