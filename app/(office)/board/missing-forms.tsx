'use client'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { SelectField, TextArea } from '@/app/_ui/field'
import { closingOutcomes, fallbackReasons, limitationAnswers, triageResults } from '@/db/vocabulary'
import type { GuardName } from '@/lib/cases/guards'
import type { Given } from './mover'

/** The forms small enough to be filled in on the way. */
export const smallForms: Partial<Record<GuardName, ComponentType>> = {
  triage: TriageForm,
  limitation: LimitationForm,
  fallbackReason: FallbackForm,
  whatChanged: () => <ReasonForm kind="whatChanged" />,
  reason: () => <ReasonForm kind="reason" />,
  closing: ClosingForm,
}

/** What the forms hold, as the move wants it. */
export const givenBy = (values: Record<string, string>): Given => ({
  ...(values['reason'] && { reason: values['reason'] }),
  ...(values['fallback'] && { fallback: values['fallback'] }),
  ...(values['limitation'] && { limitation: values['limitation'] }),
  ...(values['outcome'] && {
    closing: { outcome: values['outcome'], reason: values['closingReason'], summary: values['closingSummary'] },
  }),
})

function TriageForm() {
  const [t, words] = useWords()
  return (
    <>
      <Choice name="triage" label={t('triage')} codes={triageResults} say={(code) => words(`triage.${code}`)} />
      <TextArea name="triageReason" label={t('triageReason')} maxLength={500} required />
    </>
  )
}

function LimitationForm() {
  const [t, words] = useWords()
  return (
    <Choice
      name="limitation"
      label={t('limitation')}
      hint={t('limitationHint')}
      codes={limitationAnswers}
      say={(code) => words(`limitation.${code}`)}
    />
  )
}

function FallbackForm() {
  const [t, words] = useWords()
  return <Choice name="fallback" label={t('fallback')} codes={fallbackReasons} say={(code) => words(`fallbackReason.${code}`)} />
}

function ReasonForm({ kind }: { kind: 'reason' | 'whatChanged' }) {
  const [t] = useWords()
  return <TextArea name="reason" label={t(kind)} maxLength={500} required />
}

function ClosingForm() {
  const [t, words] = useWords()
  return (
    <>
      <Choice name="outcome" label={t('outcome')} codes={closingOutcomes} say={(code) => words(`closingOutcome.${code}`)} />
      <TextArea name="closingReason" label={t('closingReason')} maxLength={500} required />
      <TextArea name="closingSummary" label={t('closingSummary')} maxLength={1000} required />
    </>
  )
}

const useWords = () => [useTranslations('board.missing.field'), useTranslations('words')] as const

type ChoiceProps<Code extends string> = {
  name: string
  label: string
  hint?: string
  codes: readonly Code[]
  say: (code: Code) => string
}

/** A choice that starts empty: nothing is decided by leaving it alone. */
function Choice<Code extends string>({ codes, say, ...field }: ChoiceProps<Code>) {
  const [t] = useWords()
  const options = [{ value: '', label: t('choose') }, ...codes.map((code) => ({ value: code, label: say(code) }))]
  return <SelectField {...field} options={options} required defaultValue="" />
}
