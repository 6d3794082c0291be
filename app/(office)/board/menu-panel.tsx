'use client'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'

type PanelProps = {
  label: string
  anchor: Element
  /** The line chosen at present, where the menu is a choice among its lines. */
  chosen?: string | undefined
  onPick: (id: string) => void
  onClose: () => void
  /** Stands above the lines. */
  heading?: ReactNode
  children: ReactNode
}

/** A menu beside what it is about; arrows, letters, Enter and Escape work as in any menu, and focus goes back where it was. */
export function MenuPanel({ label, anchor, chosen, onPick, onClose, heading, children }: PanelProps) {
  const trigger = useMemo(() => ({ current: anchor }), [anchor])
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The menu is drawn into a portal: it can only be entered once it is there.
    const frame = requestAnimationFrame(() => entryOf(menu.current)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const choice = chosen === undefined ? {} : ({ selectionMode: 'single', selectedKeys: [chosen] } as const)
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="bottom start"
      className="min-w-52 overflow-y-auto rounded-m border border-line bg-surface p-1 shadow-2"
    >
      {heading}
      <Menu
        ref={menu}
        aria-label={label}
        onAction={(key) => {
          onClose()
          onPick(String(key))
        }}
        className="grid outline-none"
        {...choice}
      >
        {children}
      </Menu>
    </Popover>
  )
}

/** The line that is chosen, else the first. */
const entryOf = (menu: HTMLElement | null) =>
  menu?.querySelector<HTMLElement>('[aria-checked="true"]') ?? menu?.querySelector<HTMLElement>('[role^="menuitem"]')

type LineProps = { id: string; text: string; note?: string; isCurrent?: boolean | undefined }

export function MenuLine({ id, text, note = '', isCurrent = false }: LineProps) {
  return (
    <MenuItem
      id={id}
      textValue={text}
      className="flex min-h-8 cursor-pointer items-center gap-3 rounded-[6px] px-2.5 text-body text-ink outline-none data-[focused]:bg-primary-tint data-[focused]:text-primary"
    >
      <span className="max-w-60 truncate">{text}</span>
      {note !== '' && <span className="text-meta text-muted">{note}</span>}
      {isCurrent && (
        <span aria-hidden="true" className="ml-auto">
          ✓
        </span>
      )}
    </MenuItem>
  )
}
