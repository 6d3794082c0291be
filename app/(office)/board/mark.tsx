'use client'
import { useTranslations } from 'next-intl'
import { ToggleButton } from 'react-aria-components'
import type { Card } from '@/lib/cases/card'
import { useTools } from './around'

/** Chooses the card: there for the mouse on the card, for the keyboard, and for everybody once something is chosen. */
export function Mark({ card }: { card: Card }) {
  const [t, { chosen, choose }] = [useTranslations('bulk'), useTools()]
  if (choose === undefined) return null
  const isAtWork = chosen.size > 0
  return (
    <ToggleButton
      aria-label={t('select', { name: card.name, number: card.no })}
      isSelected={chosen.has(card.id)}
      onPress={({ shiftKey }) => choose(card, shiftKey)}
      className={`group/mark -my-1 grid size-6 shrink-0 place-items-center rounded-chip transition-opacity outline-offset-0 hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100 ${isAtWork ? '' : 'opacity-0 group-hover/card:opacity-100'}`}
    >
      <span
        aria-hidden="true"
        className="grid size-4 place-items-center rounded-chip border border-control bg-surface text-meta leading-none text-transparent group-data-[selected]/mark:border-primary group-data-[selected]/mark:bg-primary group-data-[selected]/mark:text-on-primary"
      >
        ✓
      </span>
    </ToggleButton>
  )
}
