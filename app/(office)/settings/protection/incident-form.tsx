'use client'
import { useMessages } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormText } from '@/app/_parts/form/fields'
import { FormTicks } from '@/app/_parts/form/ticks'
import { type DataKind, dataKinds } from '@/db/vocabulary-protection'
import { saveIncidentAction } from './actions'

type Given = {
  title?: string
  /** By the office's clocks, as an input of type datetime-local takes it. */
  foundAt: string
  what?: string
  dataKinds?: readonly DataKind[]
  people?: number
  harm?: string
  measures?: string
  authorityOn?: string | null
  peopleOn?: string | null
  whyNotTold?: string
  isClosed?: boolean
}
type Props = { given: Given; of?: { recordId: string; version: number } }

const texts = ['what', 'harm', 'measures'] as const

/** What happened, to whose data, what was done, and who was told when [PIPL 57]. */
export function IncidentForm({ given, of }: Props) {
  const { protection } = useMessages()
  const { hint, field, dataKind } = protection
  return (
    <CommandForm action={saveIncidentAction} labels={field} submit={protection.save} hidden={{ ...of }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="title" required maxLength={100} autoComplete="off" defaultValue={given.title} />
        <FormText name="foundAt" type="datetime-local" required hint={hint.foundAt} defaultValue={given.foundAt} />
      </div>
      <FormTicks
        name="dataKinds"
        options={dataKinds.map((value) => ({ value, label: dataKind[value] }))}
        {...(given.dataKinds === undefined ? {} : { given: given.dataKinds })}
      />
      <FormText name="people:int" inputMode="numeric" required defaultValue={given.people} />
      {texts.map((name) => (
        <FormArea key={name} name={name} required rows={3} maxLength={2000} defaultValue={given[name]} />
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="authorityOn:null" type="date" isOptional defaultValue={given.authorityOn} />
        <FormText name="peopleOn:null" type="date" isOptional defaultValue={given.peopleOn} />
      </div>
      <FormArea
        name="whyNotTold:blank"
        rows={2}
        maxLength={1000}
        isOptional
        hint={hint.whyNotTold}
        defaultValue={given.whyNotTold}
      />
      <FormCheck name="isClosed" defaultChecked={given.isClosed === true} />
      <p className="text-meta text-muted">{hint.isClosed}</p>
    </CommandForm>
  )
}
