import { analyseColumns } from '@/lib/analysis/analyse'
import type { FactorResult, Result } from '@/lib/analysis/result'
import { readSpec } from '@/lib/analysis/spec'
import { faultSentence } from '@/lib/analysis/warnings'
import type { CsvProblem } from '@/lib/platform/csv-read'
import { columns, Failed } from './line'
import { readColumns } from './read-columns'

/** `parley analyse`: the analytics page's engine on somebody's spreadsheet (contracts.md 5). @throws Failed with a sentence */
export function analyseSheet(sheet: Uint8Array, spec: unknown): Result {
  const read = readSpec(spec)
  if ('fault' in read) throw new Failed(faultSentence(read.fault, 'en'))
  const told = readColumns(sheet, read.spec)
  if ('problem' in told) throw new Failed(`The sheet cannot be read: ${problems[told.problem.code]}${lineOf(told.problem)}.`)
  const twice = told.names.find((name, place) => name !== '' && told.names.indexOf(name) < place)
  if (twice !== undefined) throw new Failed(`Two columns are called “${twice}”. Give each a name of its own.`)
  const answer = analyseColumns(told, read.spec, 'en')
  if ('fault' in answer) throw new Failed(faultSentence(answer.fault, 'en'))
  return answer.result
}

/** The result as a person reads it: the funnel, a line per factor with its figures and verdict, and every warning. */
export function analysisText({ funnel, factors, multiplicity, warnings }: Result): string {
  const rate = funnel.rate.estimate === null ? '–' : percent(funnel.rate.estimate)
  const between = funnel.rate.wilson.map(percent).join(' to ')
  return [
    `${funnel.rows} rows, ${funnel.decided} decided, ${funnel.events} approved: ${rate} (${between}); ${funnel.pending} pending, not counted.`,
    '',
    columns([['factor', 'compared', 'odds ratio', 'within strata', 'adjusted', 'q', 'verdict'], ...factors.flatMap(lines)]),
    '',
    `${multiplicity.tested} factors tested. What goes with approval here is not what causes it.`,
    ...warnings.map(({ sentence }) => `! ${sentence}`),
  ].join('\n')
}

function lines({ column, comparisons, test, verdict, verdictLevel }: FactorResult): string[][] {
  const words = verdict.replaceAll('_', ' ') + (verdictLevel === null ? '' : ` (${verdictLevel})`)
  const q = test?.q === null || test?.q === undefined ? '–' : test.q.toPrecision(2)
  const first = comparisons.length === 0 ? [[column, '–', '–', '–', '–', q, words]] : []
  const rest = comparisons.map(({ level, reference, oddsRatio, stratified, adjusted }, index) => [
    index === 0 ? column : '',
    `${level} / ${reference}`,
    ratio(oddsRatio?.estimate, oddsRatio?.woolf),
    stratified?.withheld ? 'strata disagree' : ratio(stratified?.oddsRatio, stratified?.rbg),
    ratio(adjusted?.oddsRatio, adjusted?.interval),
    index === 0 ? q : '',
    index === 0 ? words : '',
  ])
  return [...first, ...rest]
}

function ratio(estimate: number | null | undefined, limits: readonly number[] | null | undefined): string {
  if (estimate === null || estimate === undefined) return '–'
  return limits ? `${estimate.toFixed(2)} (${limits.map((limit) => limit.toFixed(2)).join(' to ')})` : estimate.toFixed(2)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}

const problems: Record<CsvProblem['code'], string> = {
  too_large: 'it is larger than 500 MB',
  encoding: 'it is neither UTF-8 nor GB18030',
  binary: 'it is not a text file; save the spreadsheet as CSV',
  empty: 'it is empty',
  too_many_rows: 'it has more than 10,000,000 rows',
  too_many_columns: 'it has more than 200 columns',
  quote: 'a quotation mark is never closed',
  cell_too_long: 'a cell is longer than 32,767 characters',
}

function lineOf({ line }: CsvProblem): string {
  return line === undefined ? '' : `, line ${line}`
}
