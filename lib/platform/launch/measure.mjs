// @ts-check
import { parseSync } from 'oxc-parser'

/** @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Node */
/** @typedef {{ lines: number, functions: { name: string, lines: number }[], anys: number, assertions: number, suppressions: string[] }} Measures */

const functionTypes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
const suppression = /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|istanbul ignore/g
const anyInComment = /@\w+ \{[^}]*\bany\b[^}]*\}/g

/**
 * The shape of one source file: its length, its named functions, and where it goes round the types.
 * @param {string} file @param {string} text
 * @returns {Measures}
 */
export function measure(file, text) {
  const { program, comments } = parseSync(file, text)
  const nodes = [...walk(program)]
  const remarks = comments.map(({ value }) => value).join('\n')
  const linesOf = (/** @type {Node} */ { start, end }) => text.slice(start, end).split('\n').length
  return {
    lines: text.split('\n').length - 1,
    functions: nodes.flatMap(namedFunctions).map(({ name, node }) => ({ name, lines: linesOf(node) })),
    anys: nodes.filter(({ type }) => type === 'TSAnyKeyword').length + (remarks.match(anyInComment)?.length ?? 0),
    assertions: nodes.filter(isAssertion).length,
    suppressions: remarks.match(suppression) ?? [],
  }
}

/** @param {unknown} value @returns {Generator<Node>} */
function* walk(value) {
  if (Array.isArray(value)) for (const item of value) yield* walk(item)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) yield* walk(child)
  }
}

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** Functions somebody named: a callback is part of the function it is written in. @param {Node} node */
function namedFunctions(node) {
  if (node.type === 'FunctionDeclaration') return [{ name: nameOf(node.id), node }]
  const value =
    node.type === 'VariableDeclarator' ? node.init : ['Property', 'MethodDefinition'].includes(node.type) ? node.value : null
  return isNode(value) && functionTypes.includes(value.type) ? [{ name: nameOf(node.id ?? node.key), node: value }] : []
}

/** @param {unknown} id */
const nameOf = (id) => (isNode(id) && typeof id.name === 'string' ? id.name : 'default')

/** @param {Node} node */
function isAssertion({ type, typeAnnotation }) {
  if (type === 'TSNonNullExpression' || type === 'TSTypeAssertion') return true
  return (
    type === 'TSAsExpression' &&
    !(isNode(typeAnnotation) && isNode(typeAnnotation.typeName) && typeAnnotation.typeName.name === 'const')
  )
}

/**
 * The value below which this part of the numbers lies.
 * @param {number[]} numbers @param {number} part a fraction
 */
export function percentile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}
