'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import type { Density } from './_views/looking'
import type { Rights } from './around'
import type { Board as BoardState } from './board-state'
import type { Person } from './card-dialogs'
import { FirstScreen } from './first-screen'
import { LiveBoard } from './live-board'

export type BoardProps = {
  /** The window as the server strung it together: JSON text, parsed once here. */
  text: string
  locale: string
  timeZone: string
  query: string
  /** Where one person's cases are shown, soft limits count. */
  isOnePerson: boolean
  density: Density
  rights: Rights
  people: readonly Person[]
  /** Who looks at it. */
  me: string
  /** The filters, beside which the totals stand. */
  bar: ReactNode
}

/** The first screen is plain and quick; the board that can be worked on takes its place as soon as scripts run. */
export function Board(props: BoardProps) {
  const board: BoardState = useMemo(() => JSON.parse(props.text), [props.text])
  const router = useRouter()
  const isLive = useSyncExternalStore(never, yes, no)
  if (!isLive) return <FirstScreen board={board} {...props} />
  return (
    <I18nProvider locale={props.locale}>
      <RouterProvider navigate={router.push}>
        <LiveBoard initial={board} {...props} />
      </RouterProvider>
    </I18nProvider>
  )
}

const never = () => () => {}
const yes = () => true
const no = () => false
