'use client'
import { useTranslations } from 'next-intl'
import { FilterMenu } from './at-rest'
import { MenuButton } from './menu-button'

type Choice = { id: string; text: string }
type Props = { label: string; choices: readonly Choice[]; values: readonly string[]; onChange: (values: string[]) => void }

/** One filter: says what it is set to, and opens its choices. The first choice is no filter at all. */
export function FilterChip({ label, choices, values, onChange }: Props) {
  const t = useTranslations('board.filter')
  const chosen = choices.filter(({ id }) => id !== '' && values.includes(id)).map(({ text }) => text)
  const isOn = values.length > 0
  const current = values[0] ?? ''
  return (
    <MenuButton
      className={`min-h-7 rounded-[14px] border px-2.5 text-dense ${isOn ? 'border-primary bg-primary-tint font-semibold text-primary' : 'border-control bg-surface text-ink-2 hover:bg-sunken'}`}
      menu={({ anchor, close }) => (
        <FilterMenu
          label={label}
          anchor={anchor}
          choices={choices.map((choice) => ({ ...choice, isCurrent: choice.id === current }))}
          onPick={(id) => onChange(id === '' ? [] : [id])}
          onClose={close}
        />
      )}
    >
      {chosen.length > 0 ? t('chip', { name: label, value: chosen.join(' · ') }) : label}
    </MenuButton>
  )
}
