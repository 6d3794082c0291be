'use client'
import { type KeyboardEvent, type ReactNode, Suspense, useState } from 'react'

type Props = {
  className: string
  children: ReactNode
  menu: (opened: { anchor: Element; close: () => void }) => ReactNode
}

/** A button with a menu, whose code comes apart from the board's: by click, Enter, Space or a vertical arrow. */
export function MenuButton({ className, children, menu }: Props) {
  const [anchor, setAnchor] = useState<Element>()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setAnchor(event.currentTarget)
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        onKeyDown={onKeyDown}
        className={className}
      >
        {children}
      </button>
      <Suspense>{anchor !== undefined && menu({ anchor, close: () => setAnchor(undefined) })}</Suspense>
    </>
  )
}
