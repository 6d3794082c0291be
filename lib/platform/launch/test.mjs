// @ts-check
// npm test: every check and test, from cheap to dear, ending with one line of counts.
import { closingLine, sum } from './counts.mjs'
import { orStop, prepare } from './launch.mjs'
import { endOnSignal, lifetime } from './lifetime.mjs'

const usage = `Usage: npm test [-- --only STEP [ARGUMENTS OF ITS RUNNER]]
  STEP   types, lint, layers, dead, shape, rules, database, build, doors or browser`

const [flag, only, ...rest] = process.argv.slice(2)
if (flag !== undefined && (flag !== '--only' || only === undefined)) {
  console.log(usage)
  process.exit(flag === '--help' ? 0 : 2)
}

endOnSignal(130)
await orStop(async () => {
  await prepare()
  const { runGroups, groups } = await import('./test-steps.mjs')
  if (only !== undefined && !groups.flat().includes(only)) throw new Error(usage)
  const counts = sum(await runGroups(only === undefined ? groups : [[only]], rest))
  await lifetime.end()
  console.log(`\n${closingLine(counts)}`)
  process.exitCode = counts.failed > 0 ? 1 : 0
})
