import { pbeta, pchisq, pf, pnorm, qbeta, qnorm } from 'lib-r-math.js'

/*
 * The one door to the distribution functions: a port of R's nmath. Tails are asked for as tails, never as 1 - cdf,
 * because a p-value of 1e-20 would come back as 0.
 */

/** Standard normal quantile of a 95 % two-sided interval, 1.959964. */
export const Z95 = qnorm(0.975)

/** Chi-square with 1 df, upper 5 % point, 3.841459: what a profile may fall by inside a 95 % interval. */
export const CHI2_95 = Z95 * Z95

/** The z with P(|Z| >= z) = p. */
export function normalTwoSidedQuantile(p: number): number {
  return qnorm(p / 2, 0, 1, false)
}

/** P(|Z| >= |z|) for a standard normal Z. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * pnorm(Math.abs(z), 0, 1, false))
}

/** P(X >= x) for a chi-square X; 1 where df is 0 (nothing was tested). */
export function chiSquareUpper(x: number, df: number): number {
  return df > 0 ? pchisq(Math.max(0, x), df, undefined, false) : 1
}

/** P(X >= x) for Fisher's F. */
export function fUpper(x: number, df1: number, df2: number): number {
  return pf(Math.max(0, x), df1, df2, undefined, false)
}

/** Quantile of Beta(a, b) counted from below. */
export function betaQuantile(p: number, a: number, b: number): number {
  return qbeta(p, a, b)
}

/** Quantile of Beta(a, b) counted from above: the x with P(X >= x) = p. */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return qbeta(p, a, b, undefined, false)
}

/**
 * P(X >= n) of so many tries that are each likely with the same probability, without 1 - cdf: the incomplete beta function I_p(n,
 * tries - n + 1) (Abramowitz & Stegun 1964 Handbook of Mathematical Functions, 26.5.24).
 */
export function binomialUpper(n: number, { tries, likely }: { tries: number; likely: number }): number {
  return n <= 0 ? 1 : pbeta(likely, n, tries - n + 1)
}
