'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormMoney, FormSelect, FormText } from '@/app/_parts/form/fields'
import { contactChannels, productTypes, regulatorClasses } from '@/db/vocabulary'
import { addContactAction, addCreditorAction, addProductAction, verifyContactAction } from './actions'

const half = 'grid gap-3 sm:grid-cols-2'
const useWords = () => {
  const { creditorPages, words } = useMessages()
  return { t: useTranslations('creditorPages'), labels: creditorPages.field, words }
}

/** Where the fact comes from, and the day somebody looked. */
function Sourced({ today }: { today: string }) {
  const { t } = useWords()
  return (
    <div className={half}>
      <FormText name="source" required maxLength={300} hint={t('sourceHint')} />
      <FormText name="asOf" type="date" required defaultValue={today} max={today} />
    </div>
  )
}

export function AddCreditor({ today }: { today: string }) {
  const { t, labels, words } = useWords()
  const classes = regulatorClasses.map((value) => ({ value, label: words.regulatorClass[value] }))
  return (
    <CommandForm action={addCreditorAction} labels={labels} submit={t('addCreditor')}>
      <div className="grid gap-3 sm:grid-cols-3">
        <FormText name="legalName" required maxLength={120} autoComplete="off" />
        <FormText name="shortName" required maxLength={30} autoComplete="off" />
        <FormSelect name="regulatorClass" required options={classes} />
      </div>
      <Sourced today={today} />
    </CommandForm>
  )
}

export function AddProduct({ creditorId, today }: { creditorId: string; today: string }) {
  const { t, labels, words } = useWords()
  const types = productTypes.map((value) => ({ value, label: words.productType[value] }))
  return (
    <CommandForm action={addProductAction} labels={labels} submit={t('addProduct')} hidden={{ creditorId }}>
      <div className={half}>
        <FormText name="brand" required maxLength={40} autoComplete="off" />
        <FormSelect name="type" required options={types} />
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        <FormMoney name="maxLimit" isOptional hint={t('limitHint')} />
        <FormText name="minTermDays:int" inputMode="numeric" isOptional />
        <FormText name="maxTermMonths:int" inputMode="numeric" isOptional />
      </div>
      <Sourced today={today} />
    </CommandForm>
  )
}

export function AddContact({ creditorId }: { creditorId: string }) {
  const { t, labels, words } = useWords()
  const channels = contactChannels.map((value) => ({ value, label: words.channel[value] }))
  return (
    <CommandForm action={addContactAction} labels={labels} submit={t('addContact')} hidden={{ creditorId }}>
      <div className={half}>
        <FormSelect name="channel" required options={channels} />
        <FormText name="value" required maxLength={120} autoComplete="off" />
        <FormText name="note" isOptional maxLength={200} />
        <FormText name="source" required maxLength={300} hint={t('sourceHint')} />
      </div>
    </CommandForm>
  )
}

/** One press: looked at today, nothing to correct. */
export function VerifyContact({ contactId }: { contactId: string }) {
  const { t, labels } = useWords()
  return <CommandForm action={verifyContactAction} labels={labels} submit={t('verify')} look="secondary" hidden={{ contactId }} />
}

export function CorrectContact({ contact }: { contact: { id: string; value: string; note: string; source: string } }) {
  const { t, labels } = useWords()
  return (
    <CommandForm
      action={verifyContactAction}
      labels={labels}
      submit={t('saveCorrection')}
      hidden={{ contactId: contact.id }}
      keeps
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <FormText name="value" required maxLength={120} defaultValue={contact.value} autoComplete="off" />
        <FormText name="note:blank" isOptional maxLength={200} defaultValue={contact.note} />
        <FormText name="source" required maxLength={300} defaultValue={contact.source} />
      </div>
    </CommandForm>
  )
}
