// @ts-check
// What every bare server does: the recorded statements of one call, one after another, on one connection of a pool.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import pg from 'pg'

/** @typedef {{ name: string, text: string, values: unknown[], isArray: boolean }} Statement */

/** @type {{ scripts: Record<string, Statement[][]>, pool: pg.Pool } | undefined} read at the first call: a build only loads this file */
let ready

function prepared() {
  if (ready === undefined) {
    const pool = new pg.Pool({ connectionString: process.env.PARLEY_APP_URL, max: 10 })
    pool.on('error', () => {})
    ready = { pool, scripts: JSON.parse(fs.readFileSync(process.env.BENCH_SCRIPTS ?? '', 'utf8')) }
  }
  return ready
}

/**
 * Sends the statements of a call and answers with what the last question brought, as text.
 * @param {string} name
 * @param {number} index
 */
export async function replay(name, index) {
  const { scripts, pool } = prepared()
  const script = scripts[name]?.[index]
  if (script === undefined) throw new Error(`no script ${name} ${index}`)
  /** @type {Map<string, string>} */
  const fresh = new Map()
  const client = await pool.connect()
  try {
    let answer = ''
    for (const { name: prepared, text, values, isArray } of script) {
      const filled = values.map((value) => (typeof value === 'string' ? renewed(value, fresh) : value))
      const { rows } = await client.query({ name: prepared, text, values: filled, ...(isArray ? { rowMode: 'array' } : {}) })
      if (rows?.length > 0) answer = textOf(rows)
    }
    return answer
  } finally {
    client.release()
  }
}

/** @param {string} value @param {Map<string, string>} fresh */
function renewed(value, fresh) {
  if (!value.includes('{{')) return value
  return value.replace(/\{\{[0-9a-f]{8}\}\}/g, (mark) => {
    const id = fresh.get(mark) ?? randomUUID()
    fresh.set(mark, id)
    return id
  })
}

/** @param {unknown[]} rows */
const textOf = (rows) =>
  rows
    .map((row) =>
      Object.values(/** @type {object} */ (row))
        .map(cellOf)
        .join('\t'),
    )
    .join('\n')
/** @param {unknown} cell */
const cellOf = (cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell))
