import fc from 'fast-check'
import type { z } from 'zod'

type Schema = z.core.JSONSchema.BaseSchema
type Known = Record<string, string>

/**
 * Input for a call, from its JSON Schema and one call that is right: mostly what it asks for, with a field or two as somebody
 * hostile, careless or broken might send them; fields left out, fields nobody knows.
 * @param known ids that exist, by the name of the field that may carry them
 */
export const inputFor = (schema: Schema, { known, right }: { known: Known; right: Values }): fc.Arbitrary<Values> => {
  const properties = schema.properties ?? {}
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, fieldOf(name, asSchema(part), known)]),
  )
  const required = (schema.required ?? []).filter((name) => name in properties)
  const changes = Object.keys(fields).length === 0 ? fc.constant({}) : someOf(fields)
  return fc.oneof(
    { arbitrary: changes.map((changed): Values => ({ ...right, ...changed })), weight: 12 },
    { arbitrary: fc.record(fields, { requiredKeys: required }), weight: 4 },
    { arbitrary: fc.record(fields, { requiredKeys: [] }), weight: 1 },
    { arbitrary: strangers.map((extra): Values => ({ ...right, ...extra })), weight: 2 },
  )
}

type Values = Record<string, unknown>

/** At most a few of the fields. */
const someOf = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .subarray(Object.keys(fields), { maxLength: Math.min(2, Object.keys(fields).length) })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, fields[name] ?? fc.constant(null)])), { noNullPrototype: true }),
    )

const fieldOf = (name: string, schema: Schema, known: Known): fc.Arbitrary<unknown> => {
  const id = known[name]
  const proper = fitting(schema)
  return fc.oneof(
    { arbitrary: id === undefined ? proper : fc.constant(id), weight: 8 },
    { arbitrary: proper, weight: 4 },
    { arbitrary: hostile, weight: 1 },
  )
}

/** A value that fits, as far as JSON Schema tells. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives !== undefined) return fc.oneof(...alternatives.map(fitting))
  const [type = 'string'] = [schema.type ?? 'string'].flat()
  return (byType[type] ?? byType.string)(schema)
}

const byType: Record<string, (schema: Schema) => fc.Arbitrary<unknown>> & { string: (schema: Schema) => fc.Arbitrary<unknown> } =
  {
    string: ({ format, maxLength = 200 }) =>
      format === 'uuid'
        ? fc.uuid({ version: 4 })
        : fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 40) })),
    integer: ({ minimum = -(2 ** 31), maximum = 2 ** 31 }) =>
      fc.oneof(
        fc.constantFrom(1, minimum, maximum),
        fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) }),
      ),
    number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
    boolean: () => fc.boolean(),
    null: () => fc.constant(null),
    array: ({ items }) => fc.array(fitting(asSchema(items)), { maxLength: 3 }),
    object: (schema) =>
      fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, fitting(asSchema(part))])),
      ),
  }

const words = [
  '2026-11-21',
  '2026-02-29',
  '100.00',
  '0',
  '-1',
  '工资',
  'INCOME_PROOF',
  'JPEG',
  'TERM_EXTENSION',
  'a@b.cn',
  '张伟明',
  '13800138000',
  '110105194912310021',
  '95188',
]

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

/** What nobody should send. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, 0.1, 1e308, -0, 2 ** 31, 2 ** 53, '', ' ', '\0', 'a\0b', '\ud800', '\udfff\ud800', '‮', '\u2028'],
    ...[
      "'; drop table cases; --",
      '" or 1=1',
      '{{constructor.constructor("x")()}}',
      '../../../etc/passwd',
      '%00',
      '%',
      '_',
      '\\',
    ],
    ...[
      '<script>alert(1)</script>',
      'NaN',
      'Infinity',
      '1e999',
      '0x10',
      '9'.repeat(400),
      '２０２６-１１-２１',
      '2026-11-21T00:00:00Z',
      '0000-00-00',
      '9999-12-31',
    ],
    ...['x'.repeat(100_000), '字'.repeat(20_000), [], {}, [[]], deep(30), deep(3000), { length: -1 }, { toString: 'x' }],
    Array.from({ length: 10_000 }, (_, n) => n),
  ),
  fc.anything({ maxDepth: 2, withBigInt: false, withDate: false }),
)

const asSchema = (schema: Schema['items'] | undefined): Schema =>
  typeof schema === 'object' && !Array.isArray(schema) ? schema : {}

/** Fields nobody asked for. */
const strangers = fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'orgId', 'id', 'admin', '$where', ''), hostile, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
})
