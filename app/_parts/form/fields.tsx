'use client'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { Checkbox, MoneyField, SelectField, TextArea, TextField } from '@/app/_ui/field'
import { useFormField } from './form-context'

type Own = { name: string; hint?: ReactNode; isOptional?: boolean; label?: string }

/** What every field of a command form shares: id, label and fault come from the form, and typed text comes back. */
function useCommon({ name, hint, isOptional = false, label }: Own, given: unknown) {
  const field = useFormField(name)
  const t = useTranslations('shell')
  return {
    id: field.id,
    name,
    label: label ?? field.label,
    error: field.error,
    defaultValue: field.typed ?? (given === null || given === undefined ? '' : String(given)),
    ...(hint === undefined ? {} : { hint }),
    ...(isOptional ? { optional: t('optional') } : {}),
  }
}

type Input = Own & Omit<ComponentProps<'input'>, 'name' | 'defaultValue'> & { defaultValue?: string | number | null | undefined }

export function FormText({ name, hint, isOptional, label, defaultValue, ...rest }: Input) {
  const common = useCommon({ name, hint, isOptional, label }, defaultValue)
  return <TextField key={common.defaultValue} {...rest} {...common} />
}

export function FormMoney({ name, hint, isOptional, label, defaultValue, ...rest }: Input) {
  const common = useCommon({ name, hint, isOptional, label }, defaultValue)
  return <MoneyField key={common.defaultValue} {...rest} {...common} />
}

type Area = Own & Omit<ComponentProps<'textarea'>, 'name' | 'defaultValue'> & { defaultValue?: string | null | undefined }

export function FormArea({ name, hint, isOptional, label, defaultValue, ...rest }: Area) {
  const common = useCommon({ name, hint, isOptional, label }, defaultValue)
  return <TextArea key={common.defaultValue} {...rest} {...common} />
}

type Choice = Own &
  Omit<ComponentProps<'select'>, 'name' | 'defaultValue'> & {
    defaultValue?: string | null | undefined
    options: { value: string; label: string }[]
  }

export function FormSelect({ name, hint, isOptional, label, defaultValue, ...rest }: Choice) {
  const common = useCommon({ name, hint, isOptional, label }, defaultValue)
  return <SelectField key={common.defaultValue} {...rest} {...common} />
}

/** A tick box; the hidden `no` before it makes leaving it empty an answer too. */
export function FormCheck({ name, defaultChecked = false, label }: Own & { defaultChecked?: boolean }) {
  const field = useFormField(`${name}:yes`)
  const isTicked = field.typed === undefined ? defaultChecked : field.typed === 'yes'
  return (
    <>
      <input type="hidden" name={`${name}:yes`} value="no" />
      <Checkbox
        key={String(isTicked)}
        id={field.id}
        name={`${name}:yes`}
        value="yes"
        defaultChecked={isTicked}
        label={label ?? field.label}
        error={field.error}
      />
    </>
  )
}
