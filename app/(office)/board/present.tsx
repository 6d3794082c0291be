'use client'
import { useTranslations } from 'next-intl'
import type { Person } from './card-dialogs'
import { initialOf } from './card-words'

const shown = 5

/** The colleagues who have the board open too: their initials, their names for whoever asks. Nothing is said aloud. */
export function Present({ people }: { people: readonly Person[] }) {
  const [t, shell] = [useTranslations('board'), useTranslations('shell')]
  if (people.length === 0) return null
  const who = t('present', { names: people.map(({ name }) => name).join(shell('and')) })
  return (
    <p className="flex h-6 min-w-0 flex-wrap items-center gap-1 overflow-hidden" title={who}>
      <span className="sr-only">{who}</span>
      {people.slice(0, shown).map(({ id, name }) => (
        <span
          key={id}
          aria-hidden="true"
          className="grid size-6 place-items-center rounded-full border border-ok bg-ok-bg text-meta font-semibold text-ok"
        >
          {initialOf(name)}
        </span>
      ))}
      {people.length > shown && (
        <span aria-hidden="true" className="text-meta text-muted">
          +{people.length - shown}
        </span>
      )}
    </p>
  )
}
