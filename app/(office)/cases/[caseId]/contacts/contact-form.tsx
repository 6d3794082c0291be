'use client'
import { useMessages, useTranslations } from 'next-intl'
import { Disclosure } from '@/app/_parts/disclosure'
import { type TypeName, useTypeName } from '@/app/_parts/evidence-line'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { FormTicks } from '@/app/_parts/form/ticks'
import { contactChannels, contactDirections, contactPurposes, counterparts, speakers } from '@/db/vocabulary'
import { keptDraft } from '../kept-draft'
import { logContactAction } from './actions'

type Props = { caseId: string; types: readonly TypeName[]; hasAuthority: boolean; onDone?: () => void }

/** What matters in twenty seconds first: how, what about, what was said, what was promised. The rest opens below. */
export function ContactForm({ caseId, types, hasAuthority, onDone }: Props) {
  const t = useTranslations('contacts')
  const { contacts, words } = useMessages()
  return (
    <CommandForm
      action={logContactAction}
      labels={contacts.field}
      submit={t('logSubmit')}
      hidden={{ caseId }}
      draft={`contact.${caseId}`}
      serverDraft={keptDraft(caseId, 'CONTACT')}
      {...(onDone && { onDone })}
    >
      {!hasAuthority && <p className="rounded-m bg-wait-bg px-3 py-2 text-dense text-wait">{t('authorityMissing')}</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name="channel"
          defaultValue="PHONE"
          options={contactChannels.map((code) => ({ value: code, label: words.channel[code] }))}
        />
        <FormSelect
          name="purpose"
          defaultValue="FOLLOW_UP"
          options={contactPurposes.map((code) => ({ value: code, label: words.contactPurpose[code] }))}
        />
        <FormText name="numberDialled" isOptional autoComplete="off" maxLength={60} />
        <FormText name="agentNumber" isOptional autoComplete="off" maxLength={40} />
      </div>
      <FormArea name="summary" required maxLength={4000} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="promisedReplyBy" type="date" isOptional hint={t('promiseHint')} />
        <FormText name="promisedWorkingDays:int" inputMode="numeric" isOptional label={t('promiseDays')} maxLength={2} />
      </div>
      <Disclosure label={t('more')}>
        <More types={types} />
      </Disclosure>
    </CommandForm>
  )
}

function More({ types }: { types: readonly TypeName[] }) {
  const t = useTranslations('contacts')
  const { words } = useMessages()
  const nameOf = useTypeName(types)
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="at" type="datetime-local" isOptional hint={t('now')} />
        <FormSelect name="direction" options={contactDirections.map((code) => ({ value: code, label: words.direction[code] }))} />
        <FormSelect name="counterpart" options={counterparts.map((code) => ({ value: code, label: words.counterpart[code] }))} />
        <FormSelect
          name="speaker"
          defaultValue="COUNSELLOR_WITH_AUTHORITY"
          options={speakers.map((code) => ({ value: code, label: words.speaker[code] }))}
        />
      </div>
      <FormTicks
        name="requiredDocuments"
        hint={t('documentsHint')}
        options={types.map(({ code }) => ({ value: code, label: nameOf(code) }))}
      />
      <FormText name="documentsDeadline" type="date" isOptional />
      <FormCheck name="clientVisible" />
    </div>
  )
}
