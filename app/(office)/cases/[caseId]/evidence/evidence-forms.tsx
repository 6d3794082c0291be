'use client'
import { useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type TypeName, useTypeName } from '@/app/_parts/evidence-line'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { type EvidenceStatus, hardshipTypes, sensitiveClasses } from '@/db/vocabulary'
import { addEvidenceTypeAction, grantSensitiveAction, requestEvidenceAction, reviewEvidenceAction } from './actions'
import { reviewOf } from './review-of'

type Reviewed = { evidenceId: string; version: number; status: EvidenceStatus; askedAgain: boolean; children?: ReactNode }

/** `askedAgain`: whether a paper can be turned back now; `children`: why it cannot. */
export function Review({ evidenceId, version, status, askedAgain, children }: Reviewed) {
  const t = useTranslations('evidence')
  const { evidence } = useMessages()
  const { label, hint, results } = reviewOf(status)
  const open = results.filter(([value]) => askedAgain || value !== 'REJECTED')
  return (
    <CommandForm
      action={reviewEvidenceAction}
      labels={evidence.field}
      submit={t(label)}
      hidden={{ evidenceId, 'version:int': version }}
    >
      {hint !== null && <p className="text-dense text-muted">{t(hint)}</p>}
      {children}
      <FormSelect name="status" options={open.map(([value, word]) => ({ value, label: t(word) }))} />
      <FormText name="reason" label={t('reviewReason')} maxLength={300} />
      <FormText name="expiresOn" type="date" isOptional />
    </CommandForm>
  )
}

type RequestProps = { caseId: string; types: readonly TypeName[]; askers: readonly ('COUNSELLOR' | 'CREDITOR')[]; today: string }

export function RequestDocument({ caseId, types, askers, today }: RequestProps) {
  const t = useTranslations('evidence')
  const { evidence } = useMessages()
  const nameOf = useTypeName(types)
  const from = askers.map((code) => ({ value: code, label: evidence.from[code] }))
  return (
    <CommandForm action={requestEvidenceAction} labels={evidence.field} submit={t('requestSubmit')} hidden={{ caseId }}>
      <FormSelect name="code" options={types.map(({ code }) => ({ value: code, label: nameOf(code) }))} />
      <FormSelect name="from" options={from} />
      <FormText name="deadline" type="date" min={today} isOptional />
      <FormText name="note" isOptional maxLength={300} />
    </CommandForm>
  )
}

type Member = { userId: string; name: string }

export function Grant({ caseId, members }: { caseId: string; members: readonly Member[] }) {
  const t = useTranslations('evidence')
  const { evidence } = useMessages()
  return (
    <CommandForm action={grantSensitiveAction} labels={evidence.field} submit={t('grantSubmit')} hidden={{ caseId }}>
      <p className="text-dense text-muted">{t('grantHint')}</p>
      <FormSelect name="userId" options={members.map(({ userId, name }) => ({ value: userId, label: name }))} />
      <FormText name="reason" required maxLength={500} />
    </CommandForm>
  )
}

export function AddType() {
  const t = useTranslations('evidence')
  const { evidence, words } = useMessages()
  return (
    <CommandForm action={addEvidenceTypeAction} labels={evidence.field} submit={t('addTypeSubmit')}>
      <p className="text-dense text-muted">{t('typeHint')}</p>
      <FormText name="code" required maxLength={39} autoComplete="off" placeholder="VILLAGE_CERT" />
      <FormText name="nameZh" required maxLength={40} />
      <FormText name="nameEn" required maxLength={60} />
      <FormSelect name="sensitive" options={sensitiveClasses.map((code) => ({ value: code, label: words.sensitive[code] }))} />
      <FormSelect
        name="checklist.hardship:null"
        options={[
          { value: '', label: evidence.always },
          ...hardshipTypes.map((code) => ({ value: code, label: words.hardship[code] })),
        ]}
      />
      <FormCheck name="checklist.required" />
    </CommandForm>
  )
}
