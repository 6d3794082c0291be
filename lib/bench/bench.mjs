// @ts-check
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findBrowser } from '../platform/launch/browser.mjs'
import { build } from '../platform/launch/build.mjs'
import { openEphemeral } from '../platform/launch/ephemeral.mjs'
import { lifetime } from '../platform/launch/lifetime.mjs'
import { root, typescript } from '../platform/launch/run.mjs'
import { step } from '../platform/launch/steps.mjs'
import { operations } from './calls.mjs'
import { databaseFacts, measure, warmUp } from './measure.mjs'
import { seededOffice } from './office.mjs'
import { phoneFirstPage } from './phone.mjs'
import { report } from './report.mjs'
import { buildBareNext, startServers } from './servers.mjs'

/** @typedef {{ sizes: number[], counsellors: number, clients: number, seconds: number, out: string }} Order */
/** @typedef {import('./calls.mjs').Operation} Operation */
/** @typedef {import('./office.mjs').Office} Office */
/** @typedef {import('./servers.mjs').Server} Server */
/** @typedef {import('./measure.mjs').Measured} Measured */
/** @typedef {Record<Server['name'], Measured[]>} Rounds what each server was measured to need, round by round */
/** @typedef {{ cases: number, operation: Operation, deadlocks: number } & Rounds} Line */
/** @typedef {{ office: Office, servers: Server[] }} Stand */

/**
 * How often everything is measured again. A machine is faster in one minute than in the next: what is compared is measured
 * in turns, and the ratio is the median of those of single rounds.
 */
const rounds = 5

/**
 * Measures the product beside both floors at every size, prints ratios, and writes everything to a file.
 * @param {Order} order
 */
export async function bench(order) {
  await step('build', async (note) => note(await build()), { slow: 'about a minute the first time' })
  await step('floor', buildBareNext, { slow: 'building a Next application that does nothing else' })
  const postgres = await openEphemeral()
  lifetime.add(postgres.close)
  /** @type {Line[]} */
  const lines = []
  const stands = await standsFor(postgres, order)
  for (const operation of operationNames) lines.push(...(await step(operation, () => benchAll(stands, operation, order))))
  lines.sort((a, b) => a.cases - b.cases)
  const machine = {
    cpus: os.cpus().length,
    model: os.cpus()[0]?.model ?? '',
    load: os.loadavg(),
    node: process.version,
    postgres: postgres.version,
  }
  const analysis = await step('analysis', () => beside('analysis'), { slow: 'sixty thousand rows of twenty-two numbers' })
  const builder = await step('builder', () => beside('builder'))
  const phone = await step('phone', () => phoneOf(stands), { slow: 'a link opened on a slow telephone' })
  const results = { at: new Date().toISOString(), machine, order, lines, analysis, builder, phone }
  fs.mkdirSync(path.dirname(order.out), { recursive: true })
  fs.writeFileSync(order.out, `${JSON.stringify(results, null, 2)}\n`)
  process.stdout.write(
    `${report(lines)}\n${analysisLine(analysis)}\n${builderLine(builder)}\n${phoneLine(phone)}\nEverything measured: ${order.out}\n`,
  )
  await lifetime.end()
}

/** What a piece of work in one process costs beside a bare one. @param {'analysis' | 'builder'} name */
const beside = async (name) =>
  JSON.parse(execFileSync(process.execPath, [...typescript, `lib/bench/${name}.ts`], { cwd: root, encoding: 'utf8' }))

/** @param {{ periods: number, ms: number, loops: number }} builder */
const builderLine = ({ periods, ms, loops }) =>
  `A change in the proposal builder (${periods} instalments) costs ${ms.toFixed(1)} ms, ${loops.toFixed(0)}× a bare loop over its rows.`

/** @param {{ rows: number, parameters: number, someBent: number, steps: number, someSteps: number, bentSteps: number }} analysis */
const analysisLine = ({ rows, parameters, someBent, steps, someSteps, bentSteps }) =>
  `An analysis of ${rows} rows and ${parameters} numbers costs ${steps.toFixed(0)}× one bare step of its model, ${someSteps.toFixed(0)}× where ${someBent} of them bend, ${bentSteps.toFixed(0)}× where all do.`

/**
 * The first page a client sees, where an invitation leads; null where no browser is on this machine.
 * @param {Stand[]} stands
 */
async function phoneOf(stands) {
  const browser = await findBrowser().catch(() => null)
  const product = stands[0]?.servers.find(({ name }) => name === 'parley')
  const invitation = stands[0]?.office.orders.invitation
  if (browser === null || product === undefined) return null
  return phoneFirstPage({ origin: `http://127.0.0.1:${product.port}`, path: `/invitations/${invitation}`, browser })
}

/** @param {import('./phone.mjs').Phone | null} phone */
function phoneLine(phone) {
  if (phone === null) return 'The first page on a slow phone was not measured: no browser was found.'
  const { fcp, bytes, ratio } = phone
  return `The client’s first page stands on a slow phone after ${fcp.toFixed(0)} ms (${(bytes / 1000).toFixed(1)} kB), ${ratio.toFixed(2)}× a bare file of its weight.`
}

/** An office of every size, each with the product and both floors over it. @param {import('./office.mjs').Postgres} postgres @param {Order} order */
async function standsFor(postgres, { sizes, counsellors }) {
  /** @type {Stand[]} */
  const stands = []
  for (const cases of sizes) {
    const office = await step(`seed ${cases}`, () => seededOffice(postgres, { cases, counsellors }), {
      slow: 'open cases, their debts and histories',
    })
    stands.push({ office, servers: await step('servers', () => startServers(office)) })
  }
  return stands
}

/** @param {Stand[]} stands @param {Operation} operation @param {Order} order @returns {Promise<Line[]>} */
async function benchAll(stands, operation, { clients, seconds }) {
  const before = await Promise.all(stands.map(({ office }) => databaseFacts(office.ownerUrl)))
  const lines = stands.map(({ office }) => ({ cases: office.cases, operation, deadlocks: 0, raw: [], next: [], parley: [] }))
  const places = stands.flatMap(({ office, servers }, stand) =>
    servers.map((server) => ({ place: { office, server, operation, clients }, stand })),
  )
  for (const { place } of places) await warmUp(place)
  for (let round = 0; round < rounds; round += 1) {
    for (const { place, stand } of places) {
      const measured = await measure(place, { seconds: seconds / rounds, databasePid: before[stand]?.pid ?? 0 })
      /** @type {Line | undefined} */
      const line = lines[stand]
      line?.[place.server.name].push(measured)
    }
  }
  const after = await Promise.all(stands.map(({ office }) => databaseFacts(office.ownerUrl)))
  return lines.map((line, stand) => ({ ...line, deadlocks: (after[stand]?.deadlocks ?? 0) - (before[stand]?.deadlocks ?? 0) }))
}

const operationNames = /** @type {Operation[]} */ (Object.keys(operations))
