'use client'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { SelectField, TextArea } from '@/app/_ui/field'
import { closingOutcomes, fallbackReasons, limitationAnswers, triageResults } from '@/db/vocabulary'
import type { GuardName } from '@/lib/cases/guards'
import type { Given } from './mover'

export type Typed = Record<string, string>
type FormProps = { typed: Typed }

/** The forms small enough to be filled in on the way, as they were filled in before. */
export const smallForms: Partial<Record<GuardName, ComponentType<FormProps>>> = {
  triage: TriageForm,
  limitation: LimitationForm,
  fallbackReason: FallbackForm,
  whatChanged: (props) => <ReasonForm kind="whatChanged" {...props} />,
  reason: (props) => <ReasonForm kind="reason" {...props} />,
  closing: ClosingForm,
}

/** What the forms hold, as the move wants it. */
export const givenBy = (values: Typed): Given => ({
  ...(values['reason'] && { reason: values['reason'] }),
  ...(values['fallback'] && { fallback: values['fallback'] }),
  ...(values['limitation'] && { limitation: values['limitation'] }),
  ...(values['closing.outcome'] && {
    closing: { outcome: values['closing.outcome'], reason: values['closing.reason'], summary: values['closing.summary'] },
  }),
})

function TriageForm({ typed }: FormProps) {
  const [t, words] = useWords()
  return (
    <>
      <Choice name="triage" typed={typed} label={t('triage')} codes={triageResults} say={(code) => words(`triage.${code}`)} />
      <TextArea name="triageReason" defaultValue={typed['triageReason']} label={t('triageReason')} maxLength={500} required />
    </>
  )
}

function LimitationForm({ typed }: FormProps) {
  const [t, words] = useWords()
  return (
    <Choice
      name="limitation"
      typed={typed}
      label={t('limitation')}
      hint={t('limitationHint')}
      codes={limitationAnswers}
      say={(code) => words(`limitation.${code}`)}
    />
  )
}

function FallbackForm({ typed }: FormProps) {
  const [t, words] = useWords()
  return (
    <Choice
      name="fallback"
      typed={typed}
      label={t('fallback')}
      codes={fallbackReasons}
      say={(code) => words(`fallbackReason.${code}`)}
    />
  )
}

function ReasonForm({ kind, typed }: FormProps & { kind: 'reason' | 'whatChanged' }) {
  const [t] = useWords()
  return <TextArea name="reason" defaultValue={typed['reason']} label={t(kind)} maxLength={500} required />
}

function ClosingForm({ typed }: FormProps) {
  const [t, words] = useWords()
  return (
    <>
      <Choice
        name="closing.outcome"
        typed={typed}
        label={t('outcome')}
        codes={closingOutcomes}
        say={(code) => words(`closingOutcome.${code}`)}
      />
      <TextArea
        name="closing.reason"
        defaultValue={typed['closing.reason']}
        label={t('closingReason')}
        maxLength={500}
        required
      />
      <TextArea
        name="closing.summary"
        defaultValue={typed['closing.summary']}
        label={t('closingSummary')}
        maxLength={1000}
        required
      />
    </>
  )
}

const useWords = () => [useTranslations('board.missing.field'), useTranslations('words')] as const

type ChoiceProps<Code extends string> = {
  name: string
  typed: Typed
  label: string
  hint?: string
  codes: readonly Code[]
  say: (code: Code) => string
}

/** A choice that starts empty: nothing is decided by leaving it alone. */
function Choice<Code extends string>({ codes, say, typed, ...field }: ChoiceProps<Code>) {
  const [t] = useWords()
  const options = [{ value: '', label: t('choose') }, ...codes.map((code) => ({ value: code, label: say(code) }))]
  return <SelectField {...field} options={options} required defaultValue={typed[field.name] ?? ''} />
}
