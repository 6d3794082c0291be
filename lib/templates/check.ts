import type { LetterKind, Locale } from '@/db/vocabulary'
import type { LetterTemplate } from '@/lib/letters/kinds'
import { type Ground, isSame, lintLetter, lintTemplate } from '@/lib/letters/lint'
import { renderLetter } from '@/lib/letters/render'
import type { TemplateValue } from '@/lib/platform/liquid'

/** What a template is tried on: the values of one case, and what its laws are judged by. */
export type Trial = {
  readonly values: Record<string, TemplateValue>
  readonly attachments: readonly string[]
  readonly ground: Ground
}

/** What keeps a template from being published, and what else would keep its letter in this one case from being sent. */
export function checkTemplate(text: LetterTemplate, key: { kind: LetterKind; locale: Locale }, trial: Trial) {
  const language = key.locale
  const blocking = lintTemplate(text, { kind: key.kind, language, on: trial.ground.today })
  const rendered = renderLetter({ kind: key.kind, template: text, ...trial, language })
  const here = 'letter' in rendered ? lintLetter(rendered.letter, trial.ground) : []
  return { blocking, inCase: here.filter((finding) => !blocking.some((known) => isSame(known, finding))) }
}
