'use client'
import { useTranslations } from 'next-intl'
import { SelectField } from '@/app/_ui/field'
import { type Fixed, fixable, type Sheet } from './table'

type Field = (typeof fixable)[number]
type Choice = { label: string; gives: Fixed }
export type Choices = Record<Field, readonly Choice[]>

type Props = { sheet: Sheet; choices: Choices; onChange: (fixed: Fixed) => void }

/** What every row of the file shares, where no column says it. */
export function FixedValues({ sheet: { mapping, fixed }, choices, onChange }: Props) {
  const t = useTranslations('imports')
  const open = fixable.filter((field) => !mapping.includes(field) && choices[field].length > 0)
  if (open.length === 0) return null
  const choose = (field: Field, label: string) => {
    const given = choices[field].find((choice) => choice.label === label)?.gives ?? {}
    const others = Object.entries(fixed).filter(([known]) => !choices[field].some(({ gives }) => known in gives))
    onChange({ ...Object.fromEntries(others), ...given })
  }
  const chosen = (field: Field) => choices[field].find(({ gives }) => isIn(gives, fixed))?.label ?? ''
  return (
    <fieldset className="grid gap-2">
      <legend className="text-ink-2">{t('forAll')}</legend>
      <div className="flex flex-wrap gap-3">
        {open.map((field) => (
          <SelectField
            key={field}
            id={`fixed-${field}`}
            label={t(`field.${field}`)}
            value={chosen(field)}
            onChange={({ target }) => choose(field, target.value)}
            options={[{ value: '', label: t('unset') }, ...choices[field].map(({ label }) => ({ value: label, label }))]}
          />
        ))}
      </div>
    </fieldset>
  )
}

const isIn = (some: Fixed, all: Fixed) => {
  const known: Record<string, string> = all
  return Object.entries(some).every(([field, value]) => known[field] === value)
}
