// @ts-check
import { operations } from './calls.mjs'

/** @typedef {import('./bench.mjs').Line} Line */
/** @typedef {import('./measure.mjs').Measured} Measured */

/**
 * What was measured, as people read it: first every size by itself, then how the cost grows with the office. Ratios are of
 * one run; milliseconds are those of this machine at this hour.
 * @param {Line[]} lines
 */
export function report(lines) {
  const rows = lines.map(({ cases, operation, deadlocks, raw, next, parley }) => [
    ...[String(cases), operations[operation]],
    ...[raw, next, parley].map((server) => ms(middle(server.map(({ p50 }) => p50)))),
    ...[raw, next, parley].map((server) => ms(middle(server.map(({ cpu }) => cpu)))),
    ...[times(ratio(parley, next, 'cpu')), times(ratio(parley, next, 'cpuWithDatabase'))],
    middle(parley.map(({ perSecond }) => perSecond))?.toFixed(0) ?? '–',
    ((middle(raw.map(({ bytes }) => bytes)) ?? 0) / 1000).toFixed(1),
    ...[String([raw, next, parley].flat().reduce((sum, { errors }) => sum + errors, 0)), String(deadlocks)],
  ])
  const head = [
    'cases',
    '',
    'raw',
    'next',
    'parley',
    'raw',
    'next',
    'parley',
    '÷next',
    '÷ with db',
    'per s',
    'kB',
    'errors',
    'deadlocks',
  ]
  const over = ['', '', 'p50 ms,', '1 client', '', 'CPU ms', 'a request,', '16 clients', '', '', '', '', '', '']
  return `\n${table([over, head, ...rows])}\n${flatness(lines)}`
}

/**
 * The cost in the largest office over the cost in the smallest, beside the same of bare SQL and of the bytes it answers: a
 * window that is not full in the smallest office holds more in the largest, and what is more costs more.
 * @param {Line[]} lines
 */
function flatness(lines) {
  const sizes = [...new Set(lines.map(({ cases }) => cases))].toSorted((a, b) => a - b)
  const [smallest, largest] = [sizes[0], sizes.at(-1)]
  if (smallest === undefined || smallest === largest) return ''
  const at = (/** @type {number | undefined} */ cases, /** @type {string} */ operation) =>
    lines.find((line) => line.cases === cases && line.operation === operation)
  const rows = [...new Set(lines.map(({ operation }) => operation))].map((operation) => {
    const [small, large] = [at(smallest, operation), at(largest, operation)]
    const growth = (/** @type {'raw' | 'parley'} */ server) => [
      times(ratio(large?.[server], small?.[server], 'p50')),
      times(ratio(large?.[server], small?.[server], 'cpuWithDatabase')),
    ]
    return [operations[operation], ...growth('parley'), ...growth('raw'), times(ratio(large?.raw, small?.raw, 'bytes'))]
  })
  return `\nHow the cost grows from ${smallest} to ${largest} cases:\n${table([['', 'p50', 'CPU with db', 'raw p50', 'raw CPU with db', 'bytes'], ...rows])}\n`
}

const ms = (/** @type {number | null} */ value) => (value === null ? '–' : value.toFixed(2))
const times = (/** @type {number | null} */ value) => (value === null ? '–' : `${value.toFixed(2)}×`)

/**
 * The median of the ratios of each round: what was measured in the same minute is compared.
 * @param {Measured[] | undefined} parts @param {Measured[] | undefined} wholes @param {'p50' | 'cpu' | 'cpuWithDatabase' | 'bytes'} what
 */
function ratio(parts = [], wholes = [], what) {
  return middle(
    parts.map((part, round) => {
      const [above, below] = [part[what], wholes[round]?.[what]]
      return above && below ? above / below : null
    }),
  )
}

/** The median of what could be measured. @param {(number | null)[]} values */
function middle(values) {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  return rows.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column > 1)).join('  ')).join('\n')
}

const width = (/** @type {string} */ text) => [...text].length
const pad = (/** @type {string} */ text, /** @type {number} */ to, /** @type {boolean} */ isNumber) => {
  const gap = ' '.repeat(Math.max(0, to - width(text)))
  return isNumber ? gap + text : text + gap
}
