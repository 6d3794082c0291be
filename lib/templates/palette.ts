import { type ProductType, productTypes } from '@/db/vocabulary'
import { citationNamed, citationNames, citationText } from '@/lib/letters/citations'
import { xiaoLi } from '@/lib/letters/sample-case'
import type { Variable } from '@/lib/letters/variable'
import { letterValues } from '@/lib/letters/variables'
import { caseVariables } from '@/lib/letters/variables-case'
import { clientVariables } from '@/lib/letters/variables-client'
import { proposalVariables } from '@/lib/letters/variables-proposal'
import { replyVariables } from '@/lib/letters/variables-reply'
import { wording } from '@/lib/letters/wording'
import type { TemplateValue } from '@/lib/platform/liquid'

/** A name a template may use, as the editor offers it: its words, and what is put in at the cursor. */
export type Offered = {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly insert: string
  /** Of a law: the products it may be cited for, and the month its text was read. */
  readonly law?: { readonly products: readonly ProductType[]; readonly checked: string }
}

export const paletteGroups = ['case', 'proposal', 'reply', 'law'] as const
export type PaletteGroup = (typeof paletteGroups)[number]

/** The closed list, group by group. Conditions come as a condition and lists as a loop, so that what is put in compiles. */
export function palette(): Record<PaletteGroup, Offered[]> {
  const sample = letterValues(xiaoLi, wording['zh-CN'])
  const offered = (rows: Record<string, Variable>) =>
    Object.entries(rows).map(([name, { zh, en }]) => ({ name, zh, en, insert: inserted(name, sample[name] ?? null) }))
  return {
    case: offered(caseVariables),
    proposal: offered(proposalVariables),
    reply: offered({ ...replyVariables, ...clientVariables }),
    law: citationNames.map(offeredLaw),
  }
}

function inserted(name: string, value: TemplateValue): string {
  if (typeof value === 'boolean') return `{% if ${name} %}{% endif %}`
  if (Array.isArray(value)) return `{% for item in ${name} %}{{ item }}{% unless forloop.last %}、{% endunless %}{% endfor %}`
  return `{{ ${name} }}`
}

function offeredLaw(name: string): Offered {
  const citation = citationNamed(name)
  if (citation === undefined) return { name, zh: name, en: name, insert: `{{ ${name} }}` }
  return {
    ...{ name, zh: citationText(citation, 'zh-CN'), en: citationText(citation, 'en'), insert: `{{ ${name} }}` },
    law: { products: productTypes.filter((one) => citation.products.includes(one)), checked: citation.checked.slice(0, 7) },
  }
}
