import { z } from 'zod'
import { conditionalOddsRatio } from '../conditional-odds-ratio'
import { breslowDay } from '../homogeneity'
import { exactTest, hypergeometric } from '../hypergeometric'
import { sum } from '../numbers'
import { wilson } from '../proportions'
import { contingency } from '../r-by-c'
import { exactTableP } from '../r-by-c-exact'
import * as strata from '../stratified'
import { trend } from '../trend'
import { cells, chiSquares, groups, haldane, oddsRatio, riskDifference, riskRatio, type TwoByTwo } from '../two-by-two'
import { cell, eventIn, level, levelsOf, outcome, type Row, says } from './fields'

const exposureSpec = z.object({ exposure: z.string(), exposed_level: level, ...outcome })

/** Four counts instead of rows: exposed first, events first. */
const pair = z.tuple([z.number(), z.number()])
const countedSpec = z.union([
  z.object({ table: z.tuple([pair, pair]) }),
  z.object({ counts: z.tuple([pair, pair]) }).transform(({ counts: table }) => ({ table })),
])

export function twoByTwo(given: unknown, rows: readonly Row[]) {
  const counted = countedSpec.safeParse(given).data
  const table = counted === undefined ? tabulate(exposureSpec.parse(given), rows) : fourCells(counted)
  const { exposed, unexposed } = groups(table)
  const [odds, half, risk, difference, chi] = [
    oddsRatio(table),
    haldane(table),
    riskRatio(table),
    riskDifference(table),
    chiSquares(table),
  ]
  const fisher = exactTest(hypergeometric(table), table.exposedEvents)
  const conditional = conditionalOddsRatio([table])
  return {
    counts: {
      exposed_event: table.exposedEvents,
      exposed_no_event: table.exposedOthers,
      unexposed_event: table.unexposedEvents,
      unexposed_no_event: table.unexposedOthers,
    },
    risk_exposed: exposed.events / exposed.n,
    risk_exposed_wilson: wilson(exposed.events, exposed.n),
    risk_unexposed: unexposed.events / unexposed.n,
    risk_unexposed_wilson: wilson(unexposed.events, unexposed.n),
    odds_ratio: odds.estimate,
    odds_ratio_wald_ci: odds.interval,
    log_or_se: odds.logSe,
    odds_ratio_haldane: half.estimate,
    odds_ratio_haldane_ci: half.interval,
    fisher_p_two_sided: fisher.twoSided,
    fisher_p_greater: fisher.greater,
    fisher_p_less: fisher.less,
    fisher_midp_two_sided: fisher.midTwoSided,
    fisher_conditional_or: conditional?.estimate ?? null,
    fisher_conditional_or_ci: conditional?.interval ?? null,
    risk_ratio: risk.estimate,
    risk_ratio_katz_ci: risk.interval,
    risk_difference: difference.estimate,
    risk_difference_wald_ci: difference.wald,
    risk_difference_newcombe_ci: difference.newcombe,
    chi2: chi.chi2,
    chi2_p: chi.chi2P,
    chi2_yates: chi.yates,
    chi2_yates_p: chi.yatesP,
    g2: chi.g2,
    g2_p: chi.g2P,
    min_expected: chi.minExpected,
    phi: chi.phi,
  }
}

const tableSpec = z.object({
  row: z.string(),
  row_levels: z.array(level).optional(),
  col: z.string(),
  col_levels: z.array(level).optional(),
})

export function rowsByColumns(given: unknown, rows: readonly Row[]) {
  const spec = tableSpec.parse(given)
  const [down, across] = [spec.row_levels ?? levelsOf(rows, spec.row), spec.col_levels ?? levelsOf(rows, spec.col)]
  const table = down.map(() => across.map(() => 0))
  for (const row of rows) {
    const [i, j] = [place(cell(row, spec.row), down), place(cell(row, spec.col), across)]
    const line = table[i]
    if (line && j >= 0) line[j] = (line[j] ?? 0) + 1
  }
  const [test, exact] = [contingency(table), exactTableP(table)]
  return {
    table,
    rows: down,
    cols: across,
    n: test.n,
    df: test.df,
    chi2: test.chi2,
    chi2_p: test.chi2P,
    g2: test.g2,
    g2_p: test.g2P,
    cramers_v: test.cramersV,
    min_expected: test.minExpected,
    cells_expected_below_5: test.expectedBelow5,
    fisher_p: exact,
    ...(exact === null && { fisher_p_note: tooMany }),
  }
}

/** Why there is no exact p, said where it would stand. */
const tooMany = 'Too many tables to enumerate; chi2_p and g2_p are the asymptotic tests.'

const strataSpec = exposureSpec.extend({ stratum: z.string(), stratum_levels: z.array(level).optional() })

export function stratified(given: unknown, rows: readonly Row[]) {
  const spec = strataSpec.parse(given)
  const labels = spec.stratum_levels ?? levelsOf(rows, spec.stratum)
  const tables = labels.map((label) =>
    tabulate(
      spec,
      rows.filter((row) => says(cell(row, spec.stratum) ?? '', label)),
    ),
  )
  const crude = oddsRatio(
    tabulate(
      spec,
      rows.filter((row) => place(cell(row, spec.stratum), labels) >= 0),
    ),
  )
  const [common, cmh, risk] = [
    strata.mantelHaenszel(tables),
    strata.cochranMantelHaenszel(tables),
    strata.stratifiedRiskRatio(tables),
  ]
  const conditional = conditionalOddsRatio(tables)
  const homogeneity = breslowDay(tables, common.estimate)
  return {
    strata: tables.length,
    informative_strata: strata.informative(tables).length,
    counts: tables.map(cells),
    strata_labels: labels,
    crude_or: crude.estimate,
    crude_or_wald_ci: crude.interval,
    stratum_or: tables.map((table) => oddsRatio(table).estimate),
    mh_or: common.estimate,
    mh_or_rbg_ci: common.interval,
    cmh_chi2: cmh.chi2,
    cmh_p: cmh.p,
    cmh_chi2_cc: cmh.corrected,
    cmh_cc_p: cmh.correctedP,
    exact_conditional_or: conditional?.estimate ?? null,
    exact_conditional_ci: conditional?.interval ?? null,
    exact_p: strata.exactStratifiedP(tables),
    breslow_day: homogeneity.plain,
    breslow_day_df: homogeneity.df,
    breslow_day_p: homogeneity.p,
    breslow_day_tarone: homogeneity.tarone,
    breslow_day_tarone_p: homogeneity.taroneP,
    mh_rr: risk.estimate,
    mh_rr_gr_ci: risk.interval,
    mh_rd: strata.stratifiedRiskDifference(tables),
  }
}

const trendSpec = z.object({
  factor: z.string(),
  levels: z.array(level).optional(),
  scores: z.array(z.number()).optional(),
  ...outcome,
})

export function trendOverLevels(given: unknown, rows: readonly Row[]) {
  const spec = trendSpec.parse(given)
  const labels = spec.levels ?? levelsOf(rows, spec.factor)
  const counted = labels.map((label, index) => {
    const known = rows.filter((row) => says(cell(row, spec.factor) ?? '', label)).flatMap((row) => eventIn(row, spec) ?? [])
    return { events: sum(known), n: known.length, score: spec.scores?.[index] ?? index }
  })
  const test = trend(counted)
  return {
    events: counted.map(({ events }) => events),
    totals: counted.map(({ n }) => n),
    scores: counted.map(({ score }) => score),
    z: test.z,
    chi2_trend: test.chi2,
    p_two_sided: test.p,
    M2_agresti: test.m2,
    M2_p: test.m2P,
    pearson_chi2: test.pearson.chi2,
    pearson_df: test.pearson.df,
    pearson_p: test.pearson.p,
    departure_chi2: test.departure.chi2,
    departure_df: test.departure.df,
    departure_p: test.departure.p,
  }
}

/** Counts the 2 x 2 table of the rows where both exposure and outcome are known. */
const fourCells = ({ table: [exposed, unexposed] }: z.output<typeof countedSpec>): TwoByTwo => ({
  ...{ exposedEvents: exposed[0], exposedOthers: exposed[1] },
  ...{ unexposedEvents: unexposed[0], unexposedOthers: unexposed[1] },
})

function tabulate(spec: z.infer<typeof exposureSpec>, rows: readonly Row[]): TwoByTwo {
  const table = { exposedEvents: 0, exposedOthers: 0, unexposedEvents: 0, unexposedOthers: 0 }
  for (const row of rows) {
    const exposure = cell(row, spec.exposure)
    const event = eventIn(row, spec)
    if (exposure !== null && event !== null)
      table[cellName[says(exposure, spec.exposed_level) ? 'exposed' : 'unexposed'][event]]++
  }
  return table
}

const cellName = { exposed: ['exposedOthers', 'exposedEvents'], unexposed: ['unexposedOthers', 'unexposedEvents'] } as const

function place(text: string | null, levels: string[]): number {
  return text === null ? -1 : levels.findIndex((wanted) => says(text, wanted))
}
