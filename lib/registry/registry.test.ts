import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandRoles, queryRoles } from '@/lib/core/permissions'
import { commands } from './commands'
import { inputSchema } from './from-query-string'
import { manifest } from './manifest'
import { matcher } from './match'
import { openApi } from './openapi'
import { operations } from './operations'
import { queries } from './queries'

const lib = join(import.meta.dirname, '..')
const fieldsOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

describe('the registry', () => {
  test('every command and query stands under its own name', () => {
    for (const [name, command] of Object.entries(commands)) expect(command.name).toBe(name)
    for (const [name, query] of Object.entries(queries)) expect(query.definition.name).toBe(name)
  })

  test('each name is given to one command or query alone, wherever it is written', () => {
    const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => /(commands|queries)\.ts$/.test(file))
    const names = files
      .flatMap((file) => [...readFileSync(join(lib, file), 'utf8').matchAll(/\b(?:command|query)\(\{\s*name: '([\w.]+)'/g)])
      .map(([, name]) => name)
    expect(names.length).toBeGreaterThan(operations.length - 5)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('every row of the permission table can be reached, but for whole demo offices', () => {
    const reachable = new Set<string>(operations.map(({ name }) => name))
    const missing = [...Object.keys(commandRoles), ...Object.keys(queryRoles)].filter((name) => !reachable.has(name))
    expect(missing).toEqual(['demo.load', 'demo.clear'])
  })

  test('no two share a place, and every place is found again', () => {
    const find = matcher(operations)
    for (const { name, method, path } of operations) {
      const concrete = path.replace(/\{\w+\}/g, '11111111-1111-4111-8111-111111111111')
      expect(find(concrete)?.methods.get(method)?.name, path).toBe(name)
    }
  })

  test('every field of a path is a field of the input', () => {
    const strangers = operations.flatMap(({ name, path, input }) => {
      const known = Object.keys(inputSchema(input).properties ?? {})
      return fieldsOf(path)
        .filter((field) => !known.includes(field))
        .map((field) => `${name}: ${field} of ${known.join(' ')}`)
    })
    expect(strangers).toEqual([])
  })

  test('no input takes text, lists or numbers without a bound, or fields it does not know', () => {
    const loose = operations.flatMap(({ name, input }) => unbounded(inputSchema(input), name))
    expect(loose).toEqual([])
  })

  test('the manifest and the description tell of all of it', () => {
    expect(manifest()).toHaveLength(operations.length)
    const described = Object.values(openApi().paths).flatMap((path) => Object.keys(path))
    expect(described).toHaveLength(operations.length)
  })
})

type Schema = ReturnType<typeof inputSchema>
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a schema lets something through that may be as large as somebody likes. */
function unbounded(schema: Schema, at: string): string[] {
  const own = looseness.filter(([isLoose]) => isLoose(schema)).map(([, what]) => `${at}: ${what}`)
  const parts = [
    ...Object.entries(schema.properties ?? {}),
    ...Object.entries({ items: schema.items }),
    ...(schema.anyOf ?? []).map((one, n) => [`${n}`, one] as const),
  ]
  return [...own, ...parts.flatMap(([name, part]) => (isSchema(part) ? unbounded(part, `${at}.${name}`) : []))]
}

const isBoundedText = ({ maxLength, format, pattern, enum: words, const: word }: Schema) =>
  maxLength !== undefined || format === 'uuid' || words !== undefined || word !== undefined || pattern?.startsWith('^') === true

const looseness: [isLoose: (schema: Schema) => boolean, what: string][] = [
  [(schema) => schema.type === 'string' && !isBoundedText(schema), 'text of any length'],
  [({ type, maxItems }) => type === 'array' && maxItems === undefined, 'a list of any length'],
  [({ type, maximum }) => (type === 'integer' || type === 'number') && maximum === undefined, 'a number of any size'],
  [({ type, additionalProperties }) => type === 'object' && additionalProperties === undefined, 'fields nobody knows'],
]
