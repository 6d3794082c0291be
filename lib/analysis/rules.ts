/**
 * What the analytics refuses, and from where on: the thresholds of the engine in one place, printed on the method page
 * with their reasons (lib/i18n/messages/analysis.ts, `rules`). All are rules of thumb that may be argued with; none is
 * adjusted to a result.
 */
export const rules = {
  /** Fewer decided rows than this: counts and Wilson intervals only. */
  decided: 30,
  /** Fewer approved, or fewer rejected, than this: counts and Wilson intervals only. */
  perOutcome: 10,
  /** A level with fewer decided rows than this has no comparison. */
  perLevel: 10,
  /** A level with fewer approved, or fewer rejected, than this has no odds ratio and no p. */
  perCell: 5,
  /** Fewer events per parameter than this: no multivariable model (Peduzzi 1996; van Smeden 2016). */
  eventsPerParameter: 5,
  /** Fewer than this: Firth's penalised likelihood only, with a caution; Riley 2019. */
  eventsPerParameterForMl: 10,
  /** A factor or model that tells outcomes apart better than this was probably known after them (Kaufman 2012). */
  leakageAuc: 0.95,
  /** Fewer clusters than this: no p for what belongs to the cluster (Cameron & Miller 2015). */
  clusters: 40,
  /** With fewer clusters than that, and as many decided rows in each on average, rows are compared within clusters. */
  rowsPerCluster: 5,
  /** What may be headlined has a q at or below this. */
  falseDiscovery: 0.05,
  /** Strata disagree where the Breslow-Day-Tarone p is below this. */
  heterogeneity: 0.05,
  /** Where in more than half of the strata a cell is expected below this, that p is too often small by chance and does not judge. */
  expectedPerStratum: 1,
  /** Where a factor shows nothing overall, disagreeing strata alone are news only below this, shared over all comparisons. */
  heterogeneityAlone: 0.01,
  /** Ordered levels, or a number, depart from a straight line where the p of that is below this. */
  departure: 0.001,
  /** What is a finding must then also show within bands of such a number, of about so many rows each (at most 100 bands; Cochran 1968). */
  rowsPerBand: 10,
  /** A log odds ratio that moves by more than this share on adjustment is confounded, if the risk difference moves too. */
  movement: 0.2,
  /** An odds ratio that moves by less than this factor is not told as moved, however small it is (Mickey & Greenland 1989). */
  movementFloor: 1.1,
  /** Missing values differ by outcome where Fisher's p is below this and the shares differ by `missingGap`. */
  missingP: 0.01,
  missingGap: 0.05,
  /** Of decided rows more than this share repeat others in every column: nothing is headlined. */
  copies: 0.1,
  /** Equal rows are copies only where so many values are shared by equal rows alone with less chance than this, over all columns. */
  copiedByChance: 0.01,
  /** One outcome is so common that rates say little. */
  skewed: 0.9,
  /** Terms with a generalised variance inflation above this cannot be told apart (Fox & Monette 1992). */
  inflation: 10,
} as const
