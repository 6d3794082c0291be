import type { Refusal } from '@/lib/core/refusal'
import { messages } from '@/lib/i18n/catalogue'
import { fieldSentence } from '@/lib/registry/field-errors'
import { fill } from '@/lib/registry/fill'
import type { Answer } from './answer'
import { columns, type Done } from './line'

/** The answer of an engine as the command line gives it: its value, or what is wrong with which field. */
export function doneWith<T>(answer: Answer<T>, textOf: (value: T) => string): Done {
  if (answer.ok) return { ok: true, value: answer.value, text: textOf(answer.value) }
  const { faults, fields } = answer
  const rows = Object.entries(fields).map(([path, said]) => [`  ${path || 'the whole input'}`, said.join(' ')])
  return { ok: false, value: { faults, fields }, text: `The input does not fit:\n${columns(rows)}` }
}

/** A refusal as sentences: what happened and what to do, then a line for each field; what else is known of it as JSON. */
export function refusalText({ code, details: { fields, ...details } }: Pick<Refusal, 'code' | 'details'>): string {
  const more = Object.keys(details).length === 0 ? '' : ` ${JSON.stringify(details)}`
  const rows = Object.entries(typeof fields === 'object' && fields !== null ? fields : {}).map(([field, codes]) => [
    `  ${field}`,
    [codes]
      .flat()
      .map((one) => fieldSentence(String(one), 'en'))
      .join(' '),
  ])
  return [`${fill(messages.en.refusals[code], details)}${more}`, ...(rows.length > 0 ? [columns(rows)] : [])].join('\n')
}

type Row = { n: number; due: string } & Record<'principal' | 'interest' | 'fees' | 'payment' | 'balance', string>
type PayOff = { on: string; principal: string; interest: string; total: string }
type Plan = { rows: readonly Row[]; total: string; interest: string; payOff?: PayOff }

const head = ['n', 'due', 'principal', 'interest', 'fees', 'payment', 'balance']

/** A plan as a table of text, and what settles it on a day where that was asked for. */
export function planText({ rows, total, interest, payOff }: Plan): string {
  const lines = rows.map(({ n, due, principal, interest: part, fees, payment, balance }) => [
    ...[String(n), due, principal, part, fees, payment, balance],
  ])
  return [columns([head, ...lines]), '', `total ${total}, of which interest ${interest}`, ...payOffText(payOff)].join('\n')
}

const payOffText = (payOff?: PayOff): string[] =>
  payOff ? [`pay-off on ${payOff.on}: ${payOff.total}, principal ${payOff.principal} and interest ${payOff.interest}`] : []
