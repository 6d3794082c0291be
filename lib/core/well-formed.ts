const deepest = 24
const most = 50_000

/** A lone surrogate is not Unicode and NUL is not text for PostgreSQL: both would be kept as something else, or not at all. */
const isUnkeepable = (text: string) => text.includes('\0') || /\p{Surrogate}/u.test(text)

/**
 * Where values from outside cannot be kept or compared as they are: the first field that is too deep, has too many parts,
 * holds text that is not Unicode, or is named `__proto__`. Undefined where all is well. Looks without recursion.
 */
export function malformedField(values: unknown): string | undefined {
  const waiting: Part[] = [{ field: '', depth: 0, value: values }]
  let seen = 0
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    seen += 1
    if (seen > most || part.depth > deepest || isBad(part.value)) return part.field
    for (const inner of partsOf(part)) waiting.push(inner)
  }
  return undefined
}

type Part = { field: string; depth: number; value: unknown }

const isBad = (value: unknown) => {
  if (typeof value === 'string') return isUnkeepable(value)
  if (Array.isArray(value)) return value.length > most
  return isPlain(value) && Object.keys(value).some((key) => key === '__proto__' || isUnkeepable(key))
}

function partsOf({ field, depth, value }: Part): Part[] {
  if (Array.isArray(value)) return value.map((item) => ({ field, depth: depth + 1, value: item }))
  if (!isPlain(value)) return []
  return Object.entries(value).map(([key, item]) => ({ field: field === '' ? key : field, depth: depth + 1, value: item }))
}

/** Objects as JSON makes them; a date, a file or a buffer is one value. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
