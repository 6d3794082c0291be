// @ts-check
// npm run shape: how long files and functions are, how much is tested, and that nothing goes round the types.
import fs from 'node:fs'
import path from 'node:path'
import { measure, percentile } from './measure.mjs'
import { root } from './run.mjs'

const isTest = (/** @type {string} */ file) => /\.test\.tsx?$|^e2e\/|^db\/testing\//.test(file)
const files = ['app', 'lib', 'db', 'e2e']
  .flatMap(filesUnder)
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/migrations/'))
const measured = files.map((file) => ({ file, ...measure(file, fs.readFileSync(path.join(root, file), 'utf8')) }))
const sources = measured.filter(({ file }) => !isTest(file))
const tests = measured.filter(({ file }) => isTest(file))

const lengths = sources.map(({ lines }) => lines)
const longest = sources.toSorted((a, b) => b.lines - a.lines)[0]
const functions = sources
  .filter(({ file }) => !file.endsWith('.tsx'))
  .flatMap((source) => source.functions.map(({ lines }) => lines))
const linesOf = (/** @type {{ lines: number }[]} */ some) => some.reduce((total, { lines }) => total + lines, 0)
const tested = linesOf(tests) / Math.max(1, linesOf(sources))
const anys = measured.filter((one) => one.anys > 0).map(({ file }) => file)
const suppressions = measured.flatMap(({ file, suppressions }) => suppressions.map((text) => `${file}: ${text}`))

console.log(
  `files       ${sources.length}, median ${percentile(lengths, 0.5)}, p95 ${percentile(lengths, 0.95)}, longest ${longest?.lines} (${longest?.file})`,
)
console.log(`functions   ${functions.length} in .ts, median ${percentile(functions, 0.5)}, p95 ${percentile(functions, 0.95)}`)
console.log(`tests       ${linesOf(tests)} lines for ${linesOf(sources)} of source: ${tested.toFixed(2)} (aim 0.80)`)
console.log(`assertions  ${sources.reduce((total, { assertions }) => total + assertions, 0)} (as, !) in the sources`)
console.log(`suppressed  ${suppressions.length}${suppressions.map((one) => `\n  ${one}`).join('')}`)

const leastTested = 0.28
const broken = [
  percentile(lengths, 0.95) > 200 && 'Files: 95 of 100 have at most 200 lines.',
  percentile(functions, 0.95) > 30 && 'Functions in .ts: 95 of 100 have at most 30 lines.',
  // A floor that may only rise, until the aim is reached.
  tested < leastTested && `Tests: at least ${leastTested} lines for each line of source.`,
  anys.length > 0 && `No any: ${anys.join(', ')}`,
].filter((sentence) => sentence !== false)
for (const sentence of broken) console.error(sentence)
process.exitCode = broken.length > 0 ? 1 : 0

/** @param {string} folder */
function filesUnder(folder) {
  if (!fs.existsSync(path.join(root, folder))) return []
  const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}
