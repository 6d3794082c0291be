import type { Answer } from './answer'
import { columns, type Done } from './line'

/** The answer of an engine as the command line gives it: its value, or what is wrong with which field. */
export function doneWith<T>(answer: Answer<T>, textOf: (value: T) => string): Done {
  if (answer.ok) return { ok: true, value: answer.value, text: textOf(answer.value) }
  const rows = answer.faults.map(({ path, code }) => [`  ${path || 'the whole input'}`, code])
  return { ok: false, value: { faults: answer.faults }, text: `The input does not fit:\n${columns(rows)}` }
}

type Row = { n: number; due: string } & Record<'principal' | 'interest' | 'fees' | 'payment' | 'balance', string>
type Plan = { rows: readonly Row[]; total: string; interest: string }

const head = ['n', 'due', 'principal', 'interest', 'fees', 'payment', 'balance']

/** A plan as a table of text. */
export function planText({ rows, total, interest }: Plan): string {
  const lines = rows.map(({ n, due, principal, interest: part, fees, payment, balance }) => [
    ...[String(n), due, principal, part, fees, payment, balance],
  ])
  return `${columns([head, ...lines])}\n\ntotal ${total}, of which interest ${interest}`
}
