import type { Locale } from '@/db/vocabulary'
import type { TemplateValue } from '@/lib/platform/liquid'
import { citationNamed, citationNames, citationText } from './citations'
import type { LetterFacts } from './facts'
import type { Variable } from './variable'
import { caseVariables } from './variables-case'
import { clientVariables } from './variables-client'
import { proposalVariables } from './variables-proposal'
import { replyVariables } from './variables-reply'
import type { Wording } from './wording'

/** The closed list: a template that uses any other word does not compile. */
export const variables = {
  ...caseVariables,
  ...proposalVariables,
  ...replyVariables,
  ...clientVariables,
} as const satisfies Record<string, Variable>

/** Every name a template may use: the variables and one `cite_…` for each citation. */
export const templateNames: ReadonlySet<string> = new Set([...Object.keys(variables), ...citationNames])

/** What every name stands for in this case; null where the fact is not recorded. */
export function letterValues(facts: LetterFacts, say: Wording): Record<string, TemplateValue> {
  const known: Record<string, Variable> = variables
  return Object.fromEntries([
    ...Object.entries(known).map(([name, { value }]) => [name, oneLine(value(facts, say))]),
    ...citationNames.map((name) => [name, cited(name, say)]),
  ])
}

/** What variables are called, in the reader's language; what is no variable is left out. */
export function variableNames(names: readonly string[], locale: Locale): string[] {
  const known: Record<string, Variable> = variables
  return names.flatMap((name) => known[name]?.[locale === 'en' ? 'en' : 'zh'] ?? [])
}

function cited(name: string, say: Wording): TemplateValue {
  const citation = citationNamed(name)
  return citation ? citationText(citation, say.language) : null
}

// A line break in what somebody typed must not start a new paragraph of the letter.
const oneLine = (value: TemplateValue): TemplateValue =>
  typeof value === 'string'
    ? value
        .trim()
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .join(' ')
    : value
