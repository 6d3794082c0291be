'use client'
import { useLocale, useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect } from '@/app/_parts/form/fields'
import { nameIn } from '@/lib/creditors/names'
import { openCaseAction } from './actions'

type Product = { id: string; brand: string; creditorId: string; creditor: string }

export function OpenCaseForm({ clientId, products }: { clientId: string; products: readonly Product[] }) {
  const [t, locale] = [useTranslations('casePage'), useLocale()]
  const { casePage } = useMessages()
  const choices = products.map(({ id, creditorId, brand, creditor }) => ({
    value: `${creditorId}/${id}`,
    label: `${nameIn(locale, brand)} · ${nameIn(locale, creditor)}`,
  }))
  const sources = (['SELF', 'SENT'] as const).map((code) => ({ value: code, label: casePage.source[code] }))
  return (
    <CommandForm action={openCaseAction} labels={casePage.field} submit={t('open')} hidden={{ clientId }} quiet keeps>
      <FormSelect name="product" label={t('product')} options={choices} />
      <FormSelect name="source" options={sources} />
      <FormArea name="goal" isOptional maxLength={500} />
    </CommandForm>
  )
}
