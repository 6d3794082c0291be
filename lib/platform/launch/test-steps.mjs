// @ts-check
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from './build.mjs'
import { flakyNames, honest, none, one, playwrightCounts, vitestCounts } from './counts.mjs'
import { lifetime } from './lifetime.mjs'
import { npm } from './npm.mjs'
import { root, runLeashed } from './run.mjs'
import { step } from './steps.mjs'
import { reasonOf, Stop } from './stop.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ counts: Counts, output: string, note?: string }} Result */
/** @typedef {(args: string[]) => Promise<Result>} Step */

/** From cheap to dear; where one group has a failure, the next is not begun. */
export const groups = [
  ['types', 'lint', 'layers', 'dead', 'shape'],
  ['rules', 'database'],
  ['build', 'doors', 'browser'],
]

/** @type {Record<string, Step>} */
const steps = {
  types: () => check('types'),
  lint: () => check('lint'),
  layers: () => check('layers'),
  dead: () => check('dead'),
  shape: () => check('shape'),
  rules: (args) => vitest('test:rules', args),
  database: (args) => vitest('test:db', args),
  build: buildStep,
  doors: (args) => vitest('test:rules', ['lib/registry/doors.test.ts', ...args]), // what the build lets in, too
  browser: playwright,
}

/**
 * Runs group after group and answers what each step counted.
 * @param {string[][]} wanted @param {string[]} args for the runner of a single step
 */
export async function runGroups(wanted, args) {
  /** @type {Counts[]} */
  const counted = []
  for (const [at, group] of wanted.entries()) {
    for (const name of group) counted.push(await runStep(name, args))
    const left = wanted.slice(at + 1).flat()
    if (left.length > 0 && counted.some(({ failed }) => failed > 0)) {
      console.log(`  - not run because of the failures above: ${left.join(', ')}`)
      break
    }
  }
  return counted
}

/** @param {string} name @param {string[]} args */
async function runStep(name, args) {
  const failure = new Error(name)
  /** @type {Result} */
  let result = { counts: one(false), output: '' }
  try {
    await step(name, async (note) => {
      result = (await steps[name]?.(args)) ?? result
      note(result.note ?? describe(result.counts))
      if (result.counts.failed > 0) throw failure
    })
    if (flakyNames(result.output) !== '') console.log(flakyNames(result.output))
  } catch (error) {
    const trouble = error === failure ? '' : `${error instanceof Stop ? error.details : ''}\n${reasonOf(error)}`
    console.log(`\n${result.output}${trouble}\n`)
  }
  return result.counts
}

/** @param {Counts} counts */
function describe({ passed, failed, flaky, skipped }) {
  if (passed + failed === 1) return ''
  const rest = [
    failed > 0 && `${failed} failed`,
    flaky > 0 && `${flaky} on a second try only`,
    skipped > 0 && `${skipped} skipped`,
  ]
  return [`${passed} passed`, ...rest].filter(Boolean).join(', ')
}

/** One of the scripts of package.json, that is right or wrong as a whole. @param {string} script @returns {Promise<Result>} */
async function check(script) {
  const { code, output } = await npm(['run', '--silent', script])
  return { counts: one(code === 0), output }
}

/** @returns {Promise<Result>} */
async function buildStep() {
  return { counts: one(true), output: '', note: await build() }
}

/** @param {string} script @param {string[]} args @returns {Promise<Result>} */
async function vitest(script, args) {
  const report = reportFile()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code, output } = await npm(['run', '--silent', script, '--', ...reporters, ...args])
  return { counts: honest(readReport(report, vitestCounts), code === 0), output }
}

/** @param {string[]} args @returns {Promise<Result>} */
async function playwright(args) {
  const report = reportFile()
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js')
  const { code, output } = await runLeashed([cli, 'test', '--config', 'e2e/playwright.config.ts', ...args], env)
  return { counts: honest(readReport(report, playwrightCounts), code === 0), output }
}

function reportFile() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-report-'))
  lifetime.add(() => fs.rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'report.json')
}

/**
 * @template Report
 * @param {string} file @param {(report: Report) => Counts} count
 */
function readReport(file, count) {
  try {
    return count(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return none // the runner ended before it wrote one, which counts as a failure
  }
}
