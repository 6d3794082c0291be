import type { Operation } from './operations'

type Fields = Record<string, string>
export type Match = { methods: ReadonlyMap<string, Operation>; fields: Fields }
type Node = { words: Map<string, Node>; field?: { name: string; node: Node }; methods: Map<string, Operation> }

/**
 * Makes the finder of a path below /api/v1: what may be done there by which method, and the fields the path names.
 * A fixed word wins over a field; undefined where there is nothing.
 */
export function matcher(operations: readonly Operation[]): (path: string) => Match | undefined {
  const root = node()
  for (const operation of operations) place(root, operation)
  return (path) => find(root, path)
}

const node = (): Node => ({ words: new Map(), methods: new Map() })

function place(root: Node, operation: Operation) {
  let at = root
  for (const part of operation.path.split('/')) at = next(at, part)
  if (at.methods.has(operation.method)) throw new Error(`${operation.name} is at the place of another`)
  at.methods.set(operation.method, operation)
}

function next(at: Node, part: string): Node {
  if (part.startsWith('{')) {
    at.field ??= { name: part.slice(1, -1), node: node() }
    if (at.field.name !== part.slice(1, -1)) throw new Error(`${part} has two names in one place`)
    return at.field.node
  }
  const found = at.words.get(part) ?? node()
  at.words.set(part, found)
  return found
}

function find(root: Node, path: string): Match | undefined {
  const fields: Fields = {}
  let at: Node | undefined = root
  for (const part of path.split('/')) at = at && follow(at, part, fields)
  return at === undefined || at.methods.size === 0 ? undefined : { methods: at.methods, fields }
}

function follow({ words, field }: Node, part: string, fields: Fields): Node | undefined {
  const word = words.get(part)
  if (word !== undefined || field === undefined) return word
  const value = decoded(part)
  if (value === undefined) return undefined
  fields[field.name] = value
  return field.node
}

/** The text of a path segment; undefined where it is empty or no UTF-8. */
function decoded(part: string): string | undefined {
  try {
    return part === '' ? undefined : decodeURIComponent(part)
  } catch {
    return undefined
  }
}
