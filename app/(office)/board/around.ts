'use client'
import { createContext, useContext } from 'react'
import type { CaseStage } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import type { Density } from './_views/looking'
import type { Now } from './card-words'
import type { Selection } from './selection'

/** What may be done here, decided on the server. */
export type Rights = {
  move: boolean
  assign: boolean
  next: boolean
  hold: boolean
  supervise: boolean
  evidence: boolean
  export: boolean
}
/** The small windows a card can open. */
export type Window = 'peek' | 'move' | 'menu' | 'whose' | 'next' | 'hold' | 'assign'

export type BoardTools = {
  now: Now
  rights: Rights
  fresh: ReadonlySet<string>
  /** Where one person's cases are shown, the soft limits of the stages count. */
  isOnePerson: boolean
  density: Density
  /** The filters of the board as an address carries them. */
  query: string
  move: (card: Card, to: CaseStage) => void
  open: (window: Window, card: Card, anchor: Element | null) => void
  loadMore: (stage: CaseStage) => Promise<void>
  hold: (id: string) => void
  release: (id: string) => void
  announce: (sentence: string) => void
  chosen: Selection
  /** Chooses a card or lets it go; as a stretch, every card from the one before. Not there for who may do nothing to many. */
  choose: ((card: Card, isStretch: boolean) => void) | undefined
}

const needed: Record<Window, keyof Rights | undefined> = {
  peek: undefined,
  move: 'move',
  menu: undefined,
  whose: 'next',
  next: 'next',
  hold: 'hold',
  assign: 'assign',
}

export function mayOpen(rights: Rights, window: Window) {
  const right = needed[window]
  return right === undefined || rights[right]
}

export const Tools = createContext<BoardTools | undefined>(undefined)

export function useTools(): BoardTools {
  const tools = useContext(Tools)
  if (tools === undefined) throw new Error('a piece of the board outside the board')
  return tools
}
