import { analyse } from '@/lib/analysis/analyse'
import { decided, normal, office } from '@/lib/analysis/simulated-office'
import { readSpec } from '@/lib/analysis/spec'
import { cpuOf } from './cpu-of'

/*
 * What an analysis of 60,000 rows and 22 numbers costs, as a multiple of one bare step of iteratively reweighted least
 * squares over the same numbers in the same process: the machine and its hour cancel out. Once where the log odds go straight along
 * every number, and once where they bend along all of them, so that each is looked at within bands of each other.
 */
const [rows, parameters] = [60_000, 22]
const names = Array.from({ length: parameters }, (_, k) => `x${k}`)
const someBent = 6
const [straight, some, all] = [0, someBent, parameters].map(sheetOf)
const read = readSpec({
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: names.map((column) => ({ column, type: 'number' })),
})
if ('fault' in read) throw new Error(read.fault.code)
const { spec } = read

const columns = names.map((name) => Float64Array.from(straight ?? [], (row) => Number.parseFloat(row[name] ?? '0')))
const step = cpuOf(bareStep, 5)
const [steps, someSteps, bentSteps] = [straight, some, all].map((sheet = []) => cpuOf(() => analyse(sheet, spec), 1) / step)
process.stdout.write(`${JSON.stringify({ rows, parameters, someBent, steps, someSteps, bentSteps })}\n`)

function sheetOf(bent: number) {
  return office(rows, 7, (roll) => {
    const x = names.map(() => normal(roll))
    const odds = x.reduce(
      (sum, value, k) => sum + (k % 5 === 0 ? 0.3 : 0.02) * value + (k < bent ? 0.2 * (value * value - 1) : 0),
      0,
    )
    return { ...Object.fromEntries(names.map((name, k) => [name, (x[k] ?? 0).toFixed(4)])), status: decided(roll, odds) }
  })
}

/** X'WX where every chance is a half, written out as anybody would. */
function bareStep(): number {
  let trace = 0
  for (const a of columns)
    for (const b of columns) {
      let sum = 0
      for (let i = 0; i < rows; i++) sum += 0.25 * (a[i] ?? 0) * (b[i] ?? 0)
      trace += sum
    }
  return trace
}
