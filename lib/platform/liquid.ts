import { AssertionError, analyzeSync, Liquid, LiquidError, Tokenizer, TokenKind, type TopLevelToken } from 'liquidjs'

/** A stretch of rendered text; `variable` names the one it came from, none for the template's own words. */
export type Segment = { readonly text: string; readonly variable?: string }

/** What a template may be given. Amounts and counts come as text, so that a template cannot do sums with them. */
export type TemplateValue = string | boolean | null | readonly string[]

/** What is wrong with a template, and where: lines and columns count from 1. `name` is the unknown word, where there is one. */
export type TemplateFault = {
  readonly code: 'syntax' | 'unknown_variable' | 'unknown_filter' | 'unknown_tag' | 'limit'
  readonly line: number
  readonly column: number
  readonly name?: string
}

export type Template = { render(values: Record<string, TemplateValue>): { segments: Segment[] } | { fault: TemplateFault } }

export const templateLimits = { source: 20_000, output: 100_000, milliseconds: 150, memory: 200_000, faults: 50 } as const

/**
 * A template that people wrote, made safe to run: it sees the given variables and nothing else, neither files nor
 * prototypes; it knows conditions and loops over lists, five harmless filters, and it is stopped by time, memory and size.
 * Every fault that can be known before rendering is reported at once.
 */
export function compileTemplate(
  source: string,
  variables: ReadonlySet<string>,
): { template: Template } | { faults: TemplateFault[] } {
  if (source.length > templateLimits.source) return { faults: [{ code: 'limit', line: 1, column: 1 }] }
  try {
    const faults = unknownVariables(source, variables)
    return faults.length > 0 ? { faults } : { template: runnable(source) }
  } catch (error) {
    return { faults: [faultOf(error)] }
  }
}

export const textOf = (segments: readonly Segment[]): string => segments.map((segment) => segment.text).join('')

const tags = ['if', 'unless', 'case', 'for', 'break', 'continue', 'comment']
const filters = ['default', 'join', 'size', 'first', 'last']

const engine = new Liquid({
  strictFilters: true,
  strictVariables: true,
  ownPropertyOnly: true,
  relativeReference: false,
  dynamicPartials: false,
  templates: {},
  parseLimit: templateLimits.source * 2,
  renderLimit: templateLimits.milliseconds,
  memoryLimit: templateLimits.memory,
})
for (const name of Object.keys(engine.tags)) if (!tags.includes(name)) delete engine.tags[name]
for (const name of Object.keys(engine.filters)) if (!filters.includes(name)) delete engine.filters[name]

function unknownVariables(source: string, variables: ReadonlySet<string>): TemplateFault[] {
  const { globals } = analyzeSync(engine.parse(source), { partials: false })
  return Object.values(globals)
    .flat()
    .filter(({ segments }) => !isKnown(segments, variables))
    .map(({ segments, location }) => ({
      code: 'unknown_variable' as const,
      line: location.row,
      column: location.col,
      name: segments.join('.'),
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, templateLimits.faults)
}

// Of a list one may ask its length and its ends; nothing else has parts.
const isKnown = ([root, ...path]: readonly unknown[], variables: ReadonlySet<string>): boolean =>
  typeof root === 'string' &&
  variables.has(root) &&
  (path.length === 0 || (path.length === 1 && ['size', 'first', 'last'].includes(String(path[0]))))

function rendered(render: () => unknown, outputs: readonly string[]): ReturnType<Template['render']> {
  try {
    const text = render()
    if (typeof text !== 'string' || text.length > templateLimits.output) return { fault: { code: 'limit', line: 1, column: 1 } }
    return { segments: segmentsOf(text, outputs) }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

function runnable(source: string): Template {
  const outputs: string[] = []
  const parsed = engine.parse(marked(source, outputs))
  return {
    render(values) {
      const render = () => rendered(() => engine.renderSync(parsed, cleaned(values)), outputs)
      const first = render()
      // The clock also runs while the machine does something else: what a crowded one stopped is written at the second try.
      return 'fault' in first && first.fault.code === 'limit' ? render() : first
    },
  }
}

// Three noncharacters, which Unicode keeps for a program's own use, fence each output: OPEN number MIDDLE value CLOSE.
const [OPEN, MIDDLE, CLOSE] = ['\ufdd0', '\ufdd1', '\ufdd2']
const fences = /[\ufdd0-\ufdd2]/g

/** The source with every output fenced; `outputs` collects the name of the variable each one shows. */
function marked(source: string, outputs: string[]): string {
  const lists = new Map<string, string>()
  const unfenced = source.replace(fences, ' ')
  return new Tokenizer(unfenced)
    .readTopLevelTokens()
    .map((token) => fenced(token, outputs, lists))
    .join('')
}

function fenced(token: TopLevelToken, outputs: string[], lists: Map<string, string>): string {
  const text = token.getText()
  const [, item, list] = /^\{%-?\s*for\s+(\w+)\s+in\s+(\w+)/.exec(text) ?? []
  if (item && list) lists.set(item, list)
  if (token.kind !== TokenKind.Output) return text
  const name = /^\{\{-?\s*([a-z_]\w*)/i.exec(text)?.[1] ?? ''
  // The place in a loop ({{ forloop.index }}) is the template's own counting, not a fact.
  outputs.push(name === 'forloop' ? '' : (lists.get(name) ?? name))
  return `${OPEN}${outputs.length - 1}${MIDDLE}${text}${CLOSE}`
}

function segmentsOf(text: string, outputs: readonly string[]): Segment[] {
  const pattern = new RegExp(`${OPEN}(\\d+)${MIDDLE}([^${CLOSE}]*)${CLOSE}|([^${OPEN}]+)`, 'g')
  return [...text.matchAll(pattern)].map(([, index, value = '', words]) => {
    const variable = index === undefined ? '' : outputs[Number.parseInt(index, 10)]
    return variable ? { text: value, variable } : { text: words ?? value }
  })
}

const cleaned = (values: Record<string, TemplateValue>): Record<string, TemplateValue> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.replace(fences, '') : value]),
  )

const meanings: readonly { code: TemplateFault['code']; message: RegExp }[] = [
  { code: 'unknown_variable', message: /undefined variable: ([^,]+)/ },
  { code: 'unknown_filter', message: /undefined filter: ([^,]+)/ },
  { code: 'unknown_tag', message: /tag "([^"]+)" not found/ },
  // The last two are the machine's own: text longer than a string may be, and nesting deeper than its stack.
  { code: 'limit', message: /(?:limit exceeded|Invalid string length|call stack size exceeded)()/ },
]

// Between the parts of a template, and not inside one, a limit is told as an assertion.
const placeless = [RangeError, AssertionError]

function faultOf(error: unknown): TemplateFault {
  if (placeless.some((kind) => error instanceof kind)) return { code: 'limit', line: 1, column: 1 }
  if (!LiquidError.is(error)) throw error
  const [line, column] = positionOf(error)
  for (const { code, message } of meanings) {
    const found = message.exec(error.message)
    if (found) return { code, line, column, ...(found[1] ? { name: found[1] } : {}) }
  }
  return { code: 'syntax', line, column }
}

function positionOf(error: LiquidError): [number, number] {
  const [, line = '1', column = '1'] = /line:(\d+), col:(\d+)/.exec(error.message) ?? []
  return [Number.parseInt(line, 10), Number.parseInt(column, 10)]
}
