'use client'
import { useTranslations } from 'next-intl'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

type Choice = { id: string; text: string }
type Props = { label: string; choices: readonly Choice[]; values: readonly string[]; onChange: (values: string[]) => void }

/** One filter: says what it is set to, and opens its choices. The first choice is no filter at all. */
export function FilterChip({ label, choices, values, onChange }: Props) {
  const t = useTranslations('board.filter')
  const chosen = choices.filter(({ id }) => id !== '' && values.includes(id)).map(({ text }) => text)
  const isOn = values.length > 0
  const text = chosen.length > 0 ? t('chip', { name: label, value: chosen.join(' · ') }) : label
  return (
    <MenuTrigger>
      <Button
        className={`min-h-7 rounded-[14px] border px-2.5 text-dense ${isOn ? 'border-primary bg-primary-tint font-semibold text-primary' : 'border-control bg-surface text-ink-2 hover:bg-sunken'}`}
      >
        {text}
      </Button>
      <Popover className="max-h-80 min-w-44 overflow-y-auto rounded-m border border-line bg-surface p-1 shadow-2">
        <Menu
          aria-label={label}
          selectionMode="single"
          selectedKeys={values.length > 0 ? values : ['']}
          className="grid outline-none"
        >
          {choices.map(({ id, text: choice }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={choice}
              onAction={() => onChange(id === '' ? [] : [id])}
              className="flex min-h-8 cursor-pointer items-center rounded-[6px] px-2.5 text-body text-ink outline-none data-[focused]:bg-primary-tint data-[focused]:text-primary"
            >
              {choice}
              {values.includes(id) && (
                <span aria-hidden="true" className="ml-auto pl-3">
                  ✓
                </span>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
