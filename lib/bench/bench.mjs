// @ts-check
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from '../platform/launch/build.mjs'
import { openEphemeral } from '../platform/launch/ephemeral.mjs'
import { lifetime } from '../platform/launch/lifetime.mjs'
import { step } from '../platform/launch/steps.mjs'
import { operations } from './calls.mjs'
import { databaseFacts, measure } from './measure.mjs'
import { seededOffice } from './office.mjs'
import { report } from './report.mjs'
import { buildBareNext, startServers } from './servers.mjs'

/** @typedef {{ sizes: number[], counsellors: number, clients: number, seconds: number, out: string }} Order */
/** @typedef {import('./calls.mjs').Operation} Operation */
/** @typedef {{ cases: number, operation: Operation, deadlocks: number, raw: Measured, next: Measured, parley: Measured }} Line */
/** @typedef {import('./measure.mjs').Measured} Measured */

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
  for (const cases of order.sizes) lines.push(...(await benchAt(postgres, cases, order)))
  const machine = {
    cpus: os.cpus().length,
    model: os.cpus()[0]?.model ?? '',
    load: os.loadavg(),
    node: process.version,
    postgres: postgres.version,
  }
  const results = { at: new Date().toISOString(), machine, order, lines }
  fs.mkdirSync(path.dirname(order.out), { recursive: true })
  fs.writeFileSync(order.out, `${JSON.stringify(results, null, 2)}\n`)
  process.stdout.write(`${report(lines)}\nEverything measured: ${order.out}\n`)
  await lifetime.end()
}

/** @param {import('./office.mjs').Postgres} postgres @param {number} cases @param {Order} order @returns {Promise<Line[]>} */
async function benchAt(postgres, cases, { counsellors, clients, seconds }) {
  const office = await step(`seed ${cases}`, () => seededOffice(postgres, { cases, counsellors }), {
    slow: 'open cases, their debts and histories',
  })
  const servers = await step('servers', () => startServers(office))
  /** @type {Line[]} */
  const lines = []
  for (const operation of operationNames) {
    const { pid: databasePid, deadlocks: before } = await databaseFacts(office.ownerUrl)
    const [raw, next, parley] = await step(operation, async () => {
      const measured = []
      for (const server of servers) measured.push(await measure(server, operation, office, { seconds, clients, databasePid }))
      return measured
    })
    if (raw === undefined || next === undefined || parley === undefined) continue
    const { deadlocks } = await databaseFacts(office.ownerUrl)
    lines.push({ cases, operation, deadlocks: deadlocks - before, raw, next, parley })
  }
  for (const server of servers) await server.stop()
  return lines
}

const operationNames = /** @type {Operation[]} */ (Object.keys(operations))
