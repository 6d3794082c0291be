'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SelectField, TextArea, TextField } from '@/app/_ui/field'
import { nextActionCodes } from '@/db/vocabulary'
import { addDays } from '@/lib/platform/dates'
import { useTools } from '../around'
import type { Person } from '../card-dialogs'
import { shortDate } from '../card-words'
import { asksFor, assigned, type BulkKind, type Deed, due, next } from './deeds'

export type EvidenceType = { code: string; nameZh: string; nameEn: string; isActive: boolean }
type Of = { people: readonly Person[]; types: readonly EvidenceType[] }

/** What has to be said before it can be done. */
export function BulkFields({ kind, people, types }: Of & { kind: BulkKind }) {
  const fields: Record<BulkKind, () => ReactNode> = {
    assign: () => <OwnerField people={people} />,
    due: () => <DueField />,
    next: () => <NextFields />,
    evidence: () => <EvidenceFields types={types} />,
  }
  return fields[kind]()
}

function OwnerField({ people }: Pick<Of, 'people'>) {
  const t = useTranslations('bulk.field')
  return <SelectField name="ownerId" label={t('owner')} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
}

function DueField() {
  const [t, { now }] = [useTranslations('bulk.field'), useTools()]
  return <TextField name="dueOn" type="date" label={t('dueOn')} defaultValue={addDays(now.today, 1)} required />
}

function NextFields() {
  const [t, words] = [useTranslations('bulk.field'), useTranslations('words')]
  const actions = nextActionCodes.map((code) => ({ value: code, label: words(`nextAction.${code}`) }))
  return (
    <>
      <SelectField name="action" label={t('action')} options={actions} />
      <TextField name="text" label={t('text')} maxLength={200} />
      <DueField />
    </>
  )
}

function EvidenceFields({ types }: Pick<Of, 'types'>) {
  const [t, { now }] = [useTranslations('bulk.field'), useTools()]
  const named = useTypeName()
  const options = types.filter(({ isActive }) => isActive).map((type) => ({ value: type.code, label: named(type) }))
  return (
    <>
      <SelectField name="code" label={t('code')} options={options} />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} maxLength={300} rows={2} />
      <TextField name="deadline" type="date" label={t('deadline')} defaultValue={addDays(now.today, 7)} min={now.today} />
    </>
  )
}

const useTypeName = () => {
  const locale = useLocale()
  return ({ nameZh, nameEn }: EvidenceType) => (locale === 'en' ? nameEn : nameZh)
}

/** What the fields ask for, as something that can be done; nothing while they are not filled in. */
export function useDeed({ people, types }: Of) {
  const [words, locale, { now }] = [useTranslations('words'), useLocale(), useTools()]
  const named = useTypeName()
  const date = (day: string) => shortDate(day, now.today, locale)
  const deeds: Record<BulkKind, (values: Record<string, string>) => Deed | undefined> = {
    assign: ({ ownerId }) => {
      const owner = people.find(({ id }) => id === ownerId) ?? people[0]
      return owner && assigned(owner, owner.name, people.filter(({ name }) => name === owner.name).length > 1)
    },
    due: ({ dueOn = '' }) => (dueOn === '' ? undefined : due(dueOn, date(dueOn))),
    next: ({ action, text = '', dueOn = '' }) => {
      const code = nextActionCodes.find((one) => one === action) ?? nextActionCodes[0]
      if (dueOn === '') return undefined
      return next({ action: code, text: text.trim(), dueOn }, `${text.trim() || words(`nextAction.${code}`)} · ${date(dueOn)}`)
    },
    evidence: ({ code, note = '', deadline = '' }) => {
      const type = types.find((one) => one.code === code) ?? types.find(({ isActive }) => isActive)
      return type && asksFor({ code: type.code, note: note.trim(), deadline }, named(type))
    },
  }
  return (kind: BulkKind, values: Record<string, string>) => deeds[kind](values)
}
