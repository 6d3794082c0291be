'use client'
import { useMessages, useTranslations } from 'next-intl'
import { labelKey } from './form-context'
import type { FormState } from './form-state'

/** The faults of a form as sentences, by field; what concerns no field stands under `form`. */
export function useFaults({ faults = {}, refusal }: FormState, labels: Record<string, string>): Record<string, string> {
  const known: Record<string, string> = useMessages().faults
  const [t, refusals] = [useTranslations('faults'), useTranslations('refusals')]
  if (refusal === undefined) return {}
  const named = Object.entries(faults).filter(([field]) => field !== '')
  if (named.length > 0) {
    const sentences = named.map(([field, fault]) => [
      field,
      t('of', { field: labelOf(field), fault: known[fault] ?? t('other') }),
    ])
    return Object.fromEntries(sentences)
  }
  const { code, why = '' } = refusal
  return { form: known[why] ?? (code === 'too_many' ? refusals(code, { seconds: 60 }) : refusals(code)) }

  function labelOf(field: string) {
    return labels[labelKey(field)] ?? field
  }
}
