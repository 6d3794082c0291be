/** A form's fields as the values of a command: `lines.0.amount` nests, and a suffix says what is not plain text. */
export type FormValue = string | number | boolean | null | FormValue[] | { [key: string]: FormValue }

type Kind = 'text' | 'int' | 'yes' | 'list' | 'blank' | 'null'

/**
 * Suffixes of a field's name: `:int` a whole number, `:yes` a tick box (with a hidden `no` before it), `:list` every
 * value of that name, `:blank` text that may be emptied, `:null` a value that may be cleared. Anything else that is empty
 * is left out. Names that begin with `_` or `$` belong to the form itself.
 */
export function formValues(data: FormData): Record<string, FormValue> {
  const values: Record<string, FormValue> = {}
  for (const name of new Set(data.keys())) {
    if (/^[_$]/.test(name)) continue
    const texts = data.getAll(name).filter((value) => typeof value === 'string')
    const value = readers[kindOf(name)](texts)
    if (value !== undefined) place(values, plainName(name).split('.'), value)
  }
  return values
}

/** The name without its suffix: what errors and labels go by. */
export const plainName = (name: string): string => name.split(':')[0] ?? name

/** What was typed, to be shown again: the last text under each name, and of a list every code that was ticked. */
export const typedTexts = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data.keys()].flatMap((name) => {
      const texts = data.getAll(name).filter((value) => typeof value === 'string')
      const text = kindOf(name) === 'list' ? texts.join(' ') : texts.at(-1)
      return text === undefined || name.startsWith('$') ? [] : [[name, text]]
    }),
  )

/** The codes of a list as they were ticked; undefined where nobody has ticked anything yet. */
export const tickedIn = (typed: string | undefined) => typed?.split(' ')

const readers: Record<Kind, (texts: string[]) => FormValue | undefined> = {
  text: (texts) => texts.at(-1) || undefined,
  int: (texts) => wholeOr(texts.at(-1) ?? ''),
  yes: (texts) => texts.at(-1) === 'yes',
  list: (texts) => texts.filter((text) => text !== ''),
  blank: (texts) => texts.at(-1) ?? '',
  null: (texts) => texts.at(-1) || null,
}

const wholeOr = (text: string) => (text === '' ? undefined : /^-?\d{1,9}$/.test(text.trim()) ? Number.parseInt(text, 10) : text)

function kindOf(name: string): Kind {
  const suffix = name.split(':')[1]
  return kinds.find((kind) => kind === suffix) ?? 'text'
}

const kinds: readonly Kind[] = ['int', 'yes', 'list', 'blank', 'null']

function place(into: Record<string, FormValue>, [key = '', ...rest]: string[], value: FormValue) {
  if (rest.length === 0) {
    into[key] = value
    return
  }
  const inner = into[key]
  const next = isRecord(inner) ? inner : {}
  into[key] = next
  place(next, rest, value)
}

const isRecord = (value: FormValue | undefined): value is Record<string, FormValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rows `lines.0`, `lines.2` as a list, in the order of their numbers; those the form left out do not count. */
export function rowsOf(value: FormValue | undefined): FormValue[] {
  if (!isRecord(value)) return []
  return Object.entries(value)
    .toSorted(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map(([, row]) => row)
}

/** The form's own name of a value: rows left out on the way to the command have moved those after them. */
export function fieldOf(path: readonly PropertyKey[], values: unknown, fields: Record<string, FormValue>): string {
  const [list = '', index, ...rest] = path.map(String)
  const [rows, sent] = [fields[list], isObject(values) ? values[list] : undefined]
  if (index === undefined || !isRecord(rows) || !Array.isArray(sent)) return path.map(String).join('.')
  const own = Object.keys(rows).find((key) => rows[key] === sent[Number.parseInt(index, 10)])
  return [list, own ?? index, ...rest].join('.')
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
