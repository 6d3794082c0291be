import { compileTemplate } from '@/lib/platform/liquid'
import type { LetterTemplate } from './kinds'
import { templateNames } from './variables'

export type LetterPart = keyof LetterTemplate

export const letterParts: readonly LetterPart[] = ['title', 'salutation', 'body', 'signature']

type Compiled = ReturnType<typeof compileTemplate>

// A letter is written again with every keystroke in the builder, and compiling takes longer than writing.
const known = new WeakMap<LetterTemplate, Partial<Record<LetterPart, Compiled>>>()

/** One part of a template, compiled once for as long as the template is kept. */
export function compiledPart(template: LetterTemplate, part: LetterPart): Compiled {
  const parts = known.get(template) ?? {}
  known.set(template, parts)
  parts[part] ??= compileTemplate(template[part], templateNames)
  return parts[part]
}
