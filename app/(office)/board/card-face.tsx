'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { yuan } from '@/app/_parts/amount'
import { Pill, type Tone } from '@/app/_ui/pill'
import type { Mover } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import { nameIn } from '@/lib/creditors/names'
import { type Due, dueOf, initialOf, isHeld, type Now, shortDate, stayOf } from './card-words'

/** Four lines: who and which case, how much, what comes next by when, whose move it is and for how long it has been here. */
export const CardFace = ({ card, now, menu, mark }: { card: Card; now: Now; menu?: ReactNode; mark?: ReactNode }) => (
  <>
    <div className="flex min-w-0 items-baseline gap-2">
      <b className="truncate text-[calc(15rem/14)] font-semibold">{card.name}</b>
      <span className="ml-auto flex shrink-0 items-center gap-0.5 text-meta text-muted">
        {mark}
        {card.no}
      </span>
    </div>
    <div className="flex min-w-0 items-baseline gap-2">
      <span className="truncate rounded-s bg-neutral-bg px-1.5 text-meta text-ink-2">{nameIn(useLocale(), card.product)}</span>
      <span className="text-body font-medium">{yuan(card.owed)}</span>
    </div>
    <div className="flex min-w-0 items-baseline gap-2">
      <NextAction card={card} />
      <DueText due={card.due} now={now} />
    </div>
    <div className="flex min-w-0 items-center gap-1.5 text-meta text-muted">
      <Whose whose={card.whose} />
      <Stay card={card} now={now} />
      <Overlays card={card} />
      <span className="ml-auto flex items-center gap-1">
        {menu}
        <Owner name={card.owner} />
      </span>
    </div>
  </>
)

export function NextAction({ card }: { card: Pick<Card, 'action' | 'text'> }) {
  const [t, words] = [useTranslations('board.card'), useTranslations('words')]
  if (card.action === null) return <span className="truncate text-dense font-semibold text-bad">{t('noNextAction')}</span>
  const text = card.text || words(`nextAction.${card.action}`)
  return (
    <span className="truncate text-dense text-ink-2" title={text}>
      {text}
    </span>
  )
}

const dueLooks: Record<Due['tone'], string> = {
  late: 'font-semibold text-bad',
  soon: 'font-semibold text-wait',
  later: 'text-muted',
}

export function DueText({ due, now }: { due: string | null; now: Now }) {
  const words = useDueWords()
  const { tone } = dueOf(due, now.today)
  return <span className={`ml-auto shrink-0 text-meta ${dueLooks[tone]}`}>{words(due, now)}</span>
}

/** A due date in words: late by how much, today, tomorrow, or the date. */
export function useDueWords() {
  const [t, locale] = [useTranslations('board.card'), useLocale()]
  return (due: string | null, { today }: Now) => {
    const { says, days } = dueOf(due, today)
    const sentences = {
      late: () => t('dueLate', { days }),
      today: () => t('dueToday'),
      tomorrow: () => t('dueTomorrow'),
      none: () => t('dueNone'),
      date: () => shortDate(due ?? '', today, locale),
    }
    return sentences[says]()
  }
}

const tones: Record<Mover, Tone> = { us: 'primary', client: 'wait', creditor: 'talk', nobody: 'neutral' }

export function Whose({ whose }: { whose: Mover }) {
  const t = useTranslations('board.card')
  return <Pill tone={tones[whose]}>{t(`waits.${whose}`)}</Pill>
}

export function Stay({ card, now }: { card: Card; now: Now }) {
  const [t, locale] = [useTranslations('board.card'), useLocale()]
  if (isHeld(card, now.today)) {
    const date = shortDate(card.hold ?? '', now.today, locale)
    return (
      <span className="truncate" title={t('hold', { date })}>
        {t('hold', { date })}
      </span>
    )
  }
  const { days, target, isOver } = stayOf(card, now)
  if (days === 0) return null
  const title = isOver ? t('staysOver', { days, target: target ?? 0 }) : undefined
  return (
    <span className={`truncate ${isOver ? 'font-semibold text-bad' : ''}`} title={title}>
      {t('stays', { days })}
    </span>
  )
}

function Overlays({ card }: { card: Card }) {
  const words = useTranslations('words')
  return card.overlays.map((overlay) => (
    <Pill key={overlay} tone="info">
      {words(`overlay.${overlay}`)}
    </Pill>
  ))
}

function Owner({ name }: { name: string }) {
  const t = useTranslations('board.card')
  return (
    <span
      role="img"
      aria-label={t('owner', { name })}
      title={name}
      className="grid size-5 place-items-center rounded-full bg-neutral-bg text-[calc(11rem/14)] font-semibold text-ink-2"
    >
      {initialOf(name)}
    </span>
  )
}

/** The card in one sentence, for screen readers and for what is said while it is moved. */
export function useCardLabel(now: Now) {
  const [t, words, dueWords] = [useTranslations('board.card'), useTranslations('words'), useDueWords()]
  const locale = useLocale()
  return (card: Card) =>
    t('label', {
      ...{ name: card.name, number: card.no, product: nameIn(locale, card.product), amount: yuan(card.owed) },
      action: card.text || (card.action === null ? t('noNextAction') : words(`nextAction.${card.action}`)),
      ...{ due: dueWords(card.due, now), waits: t(`waits.${card.whose}`) },
    })
}
