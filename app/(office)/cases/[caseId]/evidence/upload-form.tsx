'use client'
import { useMessages, useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Disclosure } from '@/app/_parts/disclosure'
import { type TypeName, useTypeName } from '@/app/_parts/evidence-line'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import { FormContext } from '@/app/_parts/form/form-context'
import { FormTicks } from '@/app/_parts/form/ticks'
import { unreadIn, withUnread } from '@/app/_parts/form/unread'
import { useFaults } from '@/app/_parts/form/use-faults'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Checkbox, TextField } from '@/app/_ui/field'
import { evidenceIssuers } from '@/db/vocabulary'
import { useUpload } from './use-upload'

type Type = TypeName & { sensitive: string }
type Props = {
  caseId: string
  clientId: string
  types: readonly Type[]
  /** Kinds that stand on the client's checklist: what one file may serve as besides. */
  asked: readonly string[]
  hasConsent: boolean
}

/** Takes a document in. A plain form before scripts run; with them, progress is shown and what was filled in stays. */
export function UploadForm({ caseId, clientId, types, asked, hasConsent }: Props) {
  const t = useTranslations('evidence')
  const { evidence, words, signIn } = useMessages()
  const first = types[0]?.code ?? ''
  const [code, setCode] = useState(first)
  const { state, percent, send } = useUpload()
  const [unread, setUnread] = useState<ReturnType<typeof unreadIn>>({})
  const faults = useFaults(withUnread(state, unread), evidence.field)
  const formId = useId()
  const nameOf = useTypeName(types)
  const isSensitive = types.find((type) => type.code === code)?.sensitive !== 'NONE'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const cannotRead = unreadIn(event.currentTarget.querySelectorAll('input'))
    setUnread(cannotRead)
    if (Object.keys(cannotRead).length === 0) send(event.currentTarget)
  }
  const errors = Object.fromEntries(Object.entries(faults).map(([field, text]) => [`${formId}-${field}`, text]))
  return (
    <form
      action="/api/files"
      method="post"
      encType="multipart/form-data"
      className="grid gap-3"
      onSubmit={submit}
      onReset={() => setCode(first)}
    >
      <ErrorSummary title={signIn.errorTitle + t('upload')} errors={errors} />
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="_back" value={`/cases/${caseId}/evidence`} />
      <FormContext value={{ formId, faults, labels: evidence.field, typed: {} }}>
        <FormSelect
          name="code"
          defaultValue={first}
          options={types.map((type) => ({ value: type.code, label: nameOf(type.code) }))}
          onChange={(event) => setCode(event.target.value)}
        />
        <TextField
          id={`${formId}-file`}
          name="file"
          type="file"
          label={t('field.file')}
          hint={t('uploadHint')}
          error={faults['file'] ?? faults['fileName']}
          accept="image/*,.pdf,.docx,.xlsx,.csv,.txt,.eml"
          required
        />
        <FormText name="label" isOptional maxLength={100} autoComplete="off" />
        <FormSelect name="issuer" options={evidenceIssuers.map((issuer) => ({ value: issuer, label: words.issuer[issuer] }))} />
        <div className="grid gap-3 sm:grid-cols-2">
          <FormText name="coversFrom" type="date" isOptional />
          <FormText name="coversTo" type="date" isOptional />
        </div>
        <Disclosure label={t('moreItems')}>
          <FormTicks
            name="alsoFor"
            hint={t('moreItemsHint')}
            options={asked.filter((other) => other !== code).map((other) => ({ value: other, label: nameOf(other) }))}
          />
        </Disclosure>
      </FormContext>
      {isSensitive && !hasConsent && <Checkbox name="sensitiveConsent" value="PAPER" label={t('consentTick')} />}
      <div className="flex items-center gap-3">
        <Button type="submit" look="primary" disabled={percent !== undefined}>
          {t('uploadSubmit')}
        </Button>
        <output className="text-dense text-muted">{percent !== undefined && t('uploading', { percent })}</output>
      </div>
    </form>
  )
}
