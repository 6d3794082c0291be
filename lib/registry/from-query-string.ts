import { z } from 'zod'

type Schema = z.core.JSONSchema.BaseSchema

/** What a query takes, as JSON Schema: worked out once per input. */
export const inputSchema = (input: z.ZodType): Schema => {
  const known = schemas.get(input)
  if (known !== undefined) return known
  const made = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  schemas.set(input, made)
  return made
}
const schemas = new WeakMap<z.ZodType, Schema>()

/**
 * The values of a query string in the types the input asks for: numbers and yes/no from their text, lists from repeated
 * names, objects from JSON. An empty value counts as not given. What does not fit stays text, for the input to refuse.
 */
export function fromQueryString(input: z.ZodType, params: URLSearchParams): Record<string, unknown> {
  const properties = new Map(Object.entries(inputSchema(input).properties ?? {}))
  const given = [...new Set(params.keys())].flatMap((name) => {
    const texts = params.getAll(name).filter(Boolean)
    return texts.length === 0 ? [] : [[name, inType(texts, schemaOf(properties.get(name)))] as const]
  })
  return Object.fromEntries(given)
}

function inType(texts: string[], schema: Schema): unknown {
  const kinds = kindsOf(schema)
  if (kinds.has('array')) return texts.map((text) => read(text, kindsOf(schemaOf(schema.items))))
  return texts.length > 1 ? texts : read(texts.join(''), kinds)
}

function read(text: string, kinds: ReadonlySet<string>): unknown {
  const fits = readers.some(([kind, shape]) => kinds.has(kind) && shape.test(text))
  if (!fits) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const readers: [kind: string, shape: RegExp][] = [
  ['integer', /^-?\d{1,15}$/],
  ['number', /^-?\d{1,15}(\.\d+)?$/],
  ['boolean', /^(true|false)$/],
  ['object', /^\{/],
]

/** The JSON types a schema allows, through its alternatives. */
function kindsOf({ type = [], anyOf = [], oneOf = [], allOf = [] }: Schema): Set<string> {
  return new Set<string>([...[type].flat(), ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => [...kindsOf(one)])])
}

const schemaOf = (schema: Schema['items'] | undefined): Schema =>
  typeof schema === 'object' && !Array.isArray(schema) ? schema : {}
