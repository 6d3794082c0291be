'use client'
import { useMessages } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect, FormText } from '@/app/_parts/form/fields'
import { assessmentCauses, assessmentDecisions, riskLevels } from '@/db/vocabulary-protection'
import { saveAssessmentAction } from './actions'

type Texts = Partial<Record<'purpose' | 'necessity' | 'risk' | 'measures' | 'title' | 'legalBasis' | 'cause' | 'level', string>>
type Given = Texts & { decision?: string; decidedOn?: string; reviewOn?: string | null }
/** Of a record there is: the version that was read. */
type Props = { given: Given; of?: { recordId: string; version: number } }

const texts = ['purpose', 'necessity', 'risk', 'measures'] as const

/** An assessment, part by part as the law names them [PIPL 56]. */
export function AssessmentForm({ given, of }: Props) {
  const { protection } = useMessages()
  const { cause, level, decision } = protection
  return (
    <CommandForm action={saveAssessmentAction} labels={protection.field} submit={protection.save} hidden={{ ...of }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="title" required maxLength={100} autoComplete="off" defaultValue={given.title} />
        <FormSelect
          name="cause"
          defaultValue={given.cause}
          options={assessmentCauses.map((value) => ({ value, label: cause[value] }))}
        />
      </div>
      <FormText name="legalBasis" required maxLength={300} autoComplete="off" defaultValue={given.legalBasis} />
      {texts.map((name) => (
        <FormArea key={name} name={name} required rows={4} maxLength={2000} defaultValue={given[name]} />
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name="level"
          defaultValue={given.level}
          options={riskLevels.map((value) => ({ value, label: level[value] }))}
        />
        <FormSelect
          name="decision"
          defaultValue={given.decision}
          options={assessmentDecisions.map((value) => ({ value, label: decision[value] }))}
        />
        <FormText name="decidedOn" type="date" required defaultValue={given.decidedOn} />
        <FormText name="reviewOn:null" type="date" isOptional defaultValue={given.reviewOn} />
      </div>
    </CommandForm>
  )
}
