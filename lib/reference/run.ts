import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { readCsv } from '@/lib/platform/csv-read'
import { answerStatistics } from '@/lib/statistics/reference'
import { answerMoney } from './answer-money'

const usage = 'npm run reference -- DIR --out FILE'

/** A published data set; what it expects is not part of the shape and never read. */
const statsCase = z.object({
  data_file: z.string().nullish(),
  analyses: z.array(z.object({ id: z.string(), type: z.string(), spec: z.unknown() })),
})

main(process.argv.slice(2))

function main(args: readonly string[]): void {
  const [directory, flag, out] = args
  if (!directory || flag !== '--out' || !out) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  const answers = { stats: statisticsIn(join(directory, 'stats')), money: moneyIn(join(directory, 'money')) }
  writeFileSync(out, `${JSON.stringify(answers, null, 1)}\n`)
  console.log(
    `${Object.keys(answers.stats).length} data sets and ${Object.keys(answers.money).length} money cases answered: ${out}`,
  )
}

function moneyIn(directory: string): Record<string, unknown> {
  return answered(casesIn(directory), (json) => answerMoney(json))
}

function statisticsIn(directory: string): Record<string, unknown> {
  return answered(casesIn(directory), (json) => {
    const { data_file: file, analyses } = statsCase.parse(json)
    const rows = file ? rowsOf(join(directory, file)) : []
    return answered(
      analyses.map((analysis) => [analysis.id, analysis]),
      (analysis) => answerStatistics(analysis, rows),
    )
  })
}

/** Answers by name, without those that have none; a case that cannot be read is said and does not stop the others. */
function answered(
  cases: [string, unknown][],
  answer: (json: unknown) => Record<string, unknown> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    cases.flatMap(([name, json]) => {
      try {
        const found = answer(json)
        return found ? [[name, found]] : []
      } catch (error) {
        console.error(`${name}: ${error instanceof Error ? error.message : error}`)
        return []
      }
    }),
  )
}

function casesIn(directory: string): [string, unknown][] {
  const files = listed(directory).filter((file) => file.endsWith('.json'))
  return files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(directory, file), 'utf8'))])
}

/** A folder that is not there holds nothing. */
function listed(directory: string): string[] {
  try {
    return readdirSync(directory).toSorted()
  } catch {
    return []
  }
}

function rowsOf(file: string): Record<string, string>[] {
  const read = readCsv(readFileSync(file))
  if ('problem' in read) throw new Error(`${file}: ${read.problem.code}`)
  const { header, records } = read.file
  return records.map(({ cells }) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}
