'use client'
import { useEffect, useMemo, useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'

export type Choice<Id extends string> = { id: Id; text: string; isCurrent?: boolean }

type Props<Id extends string> = {
  label: string
  anchor: Element | null
  choices: readonly Choice<Id>[]
  onPick: (id: Id) => void
  onClose: () => void
}

/** A short list of choices beside what it is about; arrows, letters, Enter and Escape work as in any menu. */
export function PopMenu<Id extends string>({ label, anchor, choices, onPick, onClose }: Props<Id>) {
  const trigger = useMemo(() => ({ current: anchor }), [anchor])
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The menu is drawn into a portal: it can only be entered once it is there.
    const frame = requestAnimationFrame(() => menu.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="bottom start"
      className="min-w-52 rounded-m border border-line bg-surface p-1 shadow-2"
    >
      <p className="px-2.5 py-1 text-meta text-muted">{label}</p>
      <Menu ref={menu} aria-label={label} className="grid outline-none">
        {choices.map(({ id, text, isCurrent }) => (
          <MenuItem
            key={id}
            id={id}
            textValue={text}
            onAction={() => {
              onClose()
              onPick(id)
            }}
            className="flex min-h-8 cursor-pointer items-center rounded-[6px] px-2.5 text-body text-ink outline-none data-[focused]:bg-primary-tint data-[focused]:text-primary"
          >
            {text}
            {isCurrent === true && (
              <span aria-hidden="true" className="ml-auto pl-3">
                ✓
              </span>
            )}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
