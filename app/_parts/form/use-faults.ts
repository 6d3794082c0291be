'use client'
import { useMessages, useTranslations } from 'next-intl'
import { labelKey } from './form-context'
import { type FormState, faultInLine } from './form-state'

/** The faults of a form as sentences, by field; what concerns no field stands under no name. */
export function useFaults(state: FormState, labels: Record<string, string>): Record<string, string> {
  const { faults = {}, refusal } = state
  const known: Record<string, string> = useMessages().faults
  const [t, refusals] = [useTranslations('faults'), useTranslations('refusals')]
  if (state.lost !== undefined) return { '': lostIn(state.lost) }
  if (refusal === undefined) return {}
  const named = Object.entries(faults).filter(([field]) => field !== '')
  if (named.length > 0) {
    const sentences = named.map(([field, fault]) => [field, t('of', { field: labelOf(field), fault: spell(fault) })])
    return Object.fromEntries(sentences)
  }
  const { code, why = '', seconds = 60 } = refusal
  return { '': known[why] ?? (code === 'too_many' ? refusals(code, { seconds }) : refusals(code)) }

  function spell(fault: string) {
    const { code: kind, line } = faultInLine(fault)
    const said = known[kind] ?? t('other')
    return line === undefined ? said : t('atLine', { line, fault: said })
  }

  function labelOf(field: string) {
    return spoken(labels[field] ?? labels[labelKey(field)] ?? field)
  }

  function lostIn({ reference }: { reference: string | undefined }) {
    return reference === undefined ? t('offline') : t('failed', { reference })
  }
}

/** A label that is a whole sentence loses its end, where the fault goes on. */
const spoken = (label: string) => label.replace(/[\s。．.：:？?]+$/u, '')
