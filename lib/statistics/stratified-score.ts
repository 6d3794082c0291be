import { chiSquareUpper, Z95 } from './distributions'
import { at, type Interval, range, sum } from './numbers'
import { type Column, entry } from './vectors'

/**
 * Rows, or groups of rows that share a number and a stratum (0, 1, ..; NaN: in none): how many, and how many with the event. `at`:
 * where in `stratum` each of them stands, if not at its own place.
 */
export type Scored = { x: Column; stratum: Column; at?: ArrayLike<number>; events: Column; totals: Column }

/**
 * Does the rate go with a number, within strata? Mantel's extension test (1963 JASA 58:690): in each stratum the sum of
 * x over events against its expectation given the margins. The ratio of score to variance is a one-step log odds ratio
 * per unit of x (Peto), good near 1 and a little small far from it. `homogeneityP`: do the strata agree on it? Null
 * where no stratum has both outcomes and two values.
 */
export function stratifiedScore(rows: Scored) {
  const parts = scoresOf(rows).filter(({ variance }) => variance > 0)
  const variance = sum(parts.map((part) => part.variance))
  if (!(variance > 0)) return null
  const score = sum(parts.map((part) => part.score))
  const [log, half] = [score / variance, Z95 / Math.sqrt(variance)]
  const between = sum(parts.map((part) => part.score ** 2 / part.variance)) - score ** 2 / variance
  const interval: Interval = [Math.exp(log - half), Math.exp(log + half)]
  return {
    oddsRatio: Math.exp(log),
    interval,
    p: chiSquareUpper(score ** 2 / variance, 1),
    homogeneityP: parts.length > 1 ? chiSquareUpper(between, parts.length - 1) : null,
    parts: parts.length,
  }
}

/** Per stratum the score and its variance; a first walk for the means, a second around them. */
function scoresOf({ x, stratum, at: rows, events, totals }: Scored) {
  const strata = strataIn(stratum)
  const places = placesOf({ stratum, rows, length: x.length }, strata)
  const [n, happened, mean, spread, score] = range(5).map(() => new Float64Array(strata + 1))
  if (!n || !happened || !mean || !spread || !score) return []
  for (let i = 0; i < places.length; i++) {
    const own = places[i] ?? 0
    n[own] = entry(n, own) + entry(totals, i)
    happened[own] = entry(happened, own) + entry(events, i)
    mean[own] = entry(mean, own) + entry(totals, i) * entry(x, i)
  }
  for (let own = 0; own < strata; own++) mean[own] = entry(mean, own) / entry(n, own)
  for (let i = 0; i < places.length; i++) {
    const own = places[i] ?? 0
    const away = entry(x, i) - entry(mean, own)
    spread[own] = entry(spread, own) + entry(totals, i) * away * away
    score[own] = entry(score, own) + entry(events, i) * away
  }
  return range(strata).map((own) => ({
    score: at(score, own),
    variance: varianceOf(at(n, own), at(happened, own), at(spread, own)),
  }))
}

/** How many strata there are. */
function strataIn(stratum: Column): number {
  let most = -1
  for (let i = 0; i < stratum.length; i++) if (entry(stratum, i) > most) most = entry(stratum, i)
  return most + 1
}

type Places = { stratum: Column; rows: ArrayLike<number> | undefined; length: number }

/** The stratum of each row; rows in none are put aside in one more. */
function placesOf({ stratum, rows, length }: Places, strata: number): Uint32Array {
  const places = new Uint32Array(length)
  for (let i = 0; i < length; i++) {
    const own = stratum[rows ? (rows[i] ?? 0) : i] ?? Number.NaN
    places[i] = own >= 0 ? own : strata
  }
  return places
}

function varianceOf(n: number, events: number, spread: number): number {
  return n > 1 ? (events * (n - events) * spread) / (n * (n - 1)) : 0
}
