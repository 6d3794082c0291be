'use client'
import { useMessages, useTranslations } from 'next-intl'
import { type TypeName, useTypeName } from '@/app/_parts/evidence-line'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import type { Checklist } from '@/lib/evidence/checklist.queries'
import { saveChecklistAction } from './actions'

type Line = Checklist['lines'][number]
type Props = { checklist: Pick<Checklist, 'hardship' | 'number' | 'lines'>; types: readonly TypeName[] }

const spareLines = 2
const alternatives = 4

/** The checklist of one cause as rows; works as a plain form. */
export function ChecklistForm({ checklist: { hardship, number, lines }, types }: Props) {
  const t = useTranslations('checklists')
  const { checklists } = useMessages()
  const rows = Array.from({ length: lines.length + spareLines }, (_, place) => ({ place, line: lines[place] }))
  return (
    <CommandForm
      action={saveChecklistAction}
      labels={checklists.field}
      submit={t('save')}
      hidden={{ 'hardship:null': hardship ?? '', 'basedOn:int': number }}
    >
      <p className="text-dense text-muted">{t('editHint')}</p>
      {rows.map(({ place, line }) => (
        <Row key={place} index={place} line={line} types={types} />
      ))}
    </CommandForm>
  )
}

function Row({ index, line, types }: { index: number; line: Line | undefined; types: readonly TypeName[] }) {
  const t = useTranslations('checklists')
  const nameOf = useTypeName(types)
  const options = [{ value: '', label: t('optionNone') }, ...types.map(({ code }) => ({ value: code, label: nameOf(code) }))]
  const places = Array.from({ length: Math.max(alternatives, line?.options.length ?? 0) }, (_, place) => place)
  return (
    <fieldset className="grid gap-2 rounded-m border border-line p-3">
      <legend className="px-1 text-dense text-muted">{t('line', { number: index + 1 })}</legend>
      <div className="grid gap-2 sm:grid-cols-2 xl:grid-cols-4">
        {places.map((place) => (
          <FormSelect
            key={place}
            name={`lines.${index}.option${place}`}
            label={t('option')}
            defaultValue={line?.options[place] ?? ''}
            options={options}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-4">
        <FormText
          name={`lines.${index}.months:int`}
          label={t('monthsField')}
          inputMode="numeric"
          isOptional
          maxLength={2}
          defaultValue={line?.months}
        />
        <FormCheck name={`lines.${index}.required`} label={t('required')} defaultChecked={line?.required ?? false} />
      </div>
    </fieldset>
  )
}
