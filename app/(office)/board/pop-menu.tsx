'use client'
import { MenuLine, MenuPanel } from './menu-panel'

export type Choice<Id extends string> = { id: Id; text: string; isCurrent?: boolean }

type Props<Id extends string> = {
  label: string
  anchor: Element | null
  choices: readonly Choice<Id>[]
  onPick: (id: Id) => void
  onClose: () => void
}

/** A short list of choices under its name. */
export function PopMenu<Id extends string>({ label, anchor, choices, onPick, onClose }: Props<Id>) {
  const pick = (id: string) => {
    const found = choices.find((choice) => choice.id === id)
    if (found !== undefined) onPick(found.id)
  }
  if (anchor === null) return null
  return (
    <MenuPanel
      label={label}
      anchor={anchor}
      chosen={choices.find(({ isCurrent }) => isCurrent)?.id}
      onPick={pick}
      onClose={onClose}
      heading={<p className="px-2.5 py-1 text-meta text-muted">{label}</p>}
    >
      {choices.map((choice) => (
        <MenuLine key={choice.id} {...choice} />
      ))}
    </MenuPanel>
  )
}
