import { parseArgs } from 'node:util'
import { z } from 'zod'
import { fieldErrors } from '@/lib/registry/field-errors'
import type { Line } from './line'

/** A mistake in how a command was called: exit code 2 and these lines. */
export class WrongUsage extends Error {}

export type Option = {
  name: string
  flag: string
  isSwitch: boolean
  help: string
  isRequired: boolean
  usual: string | undefined
}

/** The options of a command, from the fields of its input. */
export function optionsOf({ input }: Pick<Line, 'input'>): Option[] {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => {
    const { type, description = '', default: usual } = typeof property === 'object' ? property : {}
    return {
      name,
      flag: `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      isSwitch: type === 'boolean',
      help: description,
      isRequired: required.includes(name),
      usual: usual === undefined || usual === false ? undefined : String(usual),
    }
  })
}

/**
 * The values a command was called with, checked.
 * @throws WrongUsage
 */
export function valuesFor(line: Line, args: string[]): Record<string, unknown> {
  const options = optionsOf(line)
  const { values, positionals } = read(args, options, line.positional !== undefined)
  const given = Object.fromEntries(options.map(({ name, flag }) => [name, values[flag.slice(2)]]))
  if (line.positional !== undefined) given[line.positional] = positionals[0]
  if (positionals.length > 1) throw new WrongUsage(`One ${line.positional} at a time.`)
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const parsed = line.input.safeParse(present)
  if (parsed.success) return parsed.data
  throw new WrongUsage(complaints(line, present))
}

function read(args: string[], options: Option[], allowPositionals: boolean) {
  const known = options.map(({ flag, isSwitch }) => [flag.slice(2), { type: isSwitch ? 'boolean' : 'string' }] as const)
  try {
    return parseArgs({ args, options: Object.fromEntries(known), allowPositionals, strict: true })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? (error.message.split('. ')[0] ?? '') : '')
  }
}

function complaints(line: Line, values: unknown): string {
  const flags = new Map(optionsOf(line).map(({ name, flag }) => [name, name === line.positional ? name.toUpperCase() : flag]))
  const wrong = Object.entries(fieldErrors(line.input, values, 'en'))
  return wrong.map(([field, [sentence = '']]) => `${flags.get(field) ?? field}: ${sentence}`).join('\n')
}
