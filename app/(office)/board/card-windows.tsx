'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { movers } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import { stages } from '@/lib/cases/stages'
import { useTools, type Window } from './around'
import { AssignDialog, HoldDialog, NextActionDialog, type Person } from './card-dialogs'
import { isHeld } from './card-words'
import { PopMenu } from './pop-menu'
import type { WriteCard } from './use-card-writes'

/** Comes with the first look: it weighs nothing before. */
const Peek = lazy(async () => ({ default: (await import('./peek')).Peek }))

export type Opened = { window: Window; card: Card; anchor: Element | null }
type Props = { opened: Opened; write: WriteCard; people: readonly Person[]; onClose: () => void }

/** The small window that belongs to a card right now. */
export function CardWindow(props: Props) {
  const { card } = props.opened
  const windows = {
    peek: () => (
      <Suspense>
        <Peek card={card} {...props} />
      </Suspense>
    ),
    move: () => <MoveMenu {...props} />,
    menu: () => <CardMenu {...props} />,
    whose: () => <WhoseMenu {...props} />,
    next: () => <NextActionDialog card={card} {...props} />,
    hold: () => <HoldDialog card={card} {...props} />,
    assign: () => <AssignDialog card={card} {...props} />,
  }
  return windows[props.opened.window]()
}

/** Every stage this card may go to: the way to move without dragging. */
function MoveMenu({ opened: { card, anchor }, onClose }: Props) {
  const [t, words, { move }] = [useTranslations('board.move'), useTranslations('words'), useTools()]
  const choices = stages[card.stage].next.map((stage) => ({ id: stage, text: words(`stage.${stage}`) }))
  const label = t('title', { name: card.name })
  return <PopMenu label={label} anchor={anchor} choices={choices} onPick={(to) => move(card, to)} onClose={onClose} />
}

function WhoseMenu({ opened: { card, anchor }, write, onClose }: Props) {
  const [t, words, { now }] = [useTranslations('board'), useTranslations('words'), useTools()]
  const choices = movers
    .filter((mover) => mover !== 'nobody')
    .map((mover) => ({ id: mover, text: words(`mover.${mover}`), isCurrent: mover === card.whose }))
  const pick = (whoseMove: string) =>
    write(card, 'next-action', {
      body: { action: card.action ?? 'CUSTOM', text: card.text, dueOn: card.due ?? now.today, whoseMove },
      said: t('next.saved', { name: card.name }),
    })
  return <PopMenu label={t('menu.whose')} anchor={anchor} choices={choices} onPick={pick} onClose={onClose} />
}

type MenuItem = 'open' | 'peek' | 'move' | 'whose' | 'next' | 'hold' | 'wake' | 'assign' | 'contact'

/** Everything a card can be asked, as far as one's role goes. */
function CardMenu({ opened: { card, anchor }, write, onClose }: Props) {
  const [t, { rights, now, open }, router] = [useTranslations('board'), useTools(), useRouter()]
  const held = isHeld(card, now.today)
  const offered: Record<MenuItem, boolean> = {
    open: true,
    peek: true,
    move: rights.move,
    whose: rights.next,
    next: rights.next,
    contact: rights.next,
    hold: rights.hold && !held,
    wake: rights.hold && held,
    assign: rights.assign,
  }
  const acts: Partial<Record<MenuItem, () => void>> = {
    open: () => router.push(`/cases/${card.id}`),
    contact: () => router.push(`/cases/${card.id}/contacts#log`),
    wake: () => void write(card, 'hold', { body: { until: null }, said: t('hold.woken', { name: card.name }) }),
  }
  const order: MenuItem[] = ['open', 'peek', 'move', 'whose', 'next', 'contact', 'hold', 'wake', 'assign']
  const choices = order.filter((id) => offered[id]).map((id) => ({ id, text: t(`menu.${id}`) }))
  const pick = (id: MenuItem) => {
    const act = acts[id]
    if (act !== undefined) act()
    else if (id !== 'open' && id !== 'contact' && id !== 'wake') open(id, card, anchor)
  }
  return (
    <PopMenu
      label={t('card.menu', { name: card.name, number: card.no })}
      anchor={anchor}
      choices={choices}
      onPick={pick}
      onClose={onClose}
    />
  )
}
