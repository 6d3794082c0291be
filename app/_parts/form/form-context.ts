'use client'
import { createContext, useContext } from 'react'
import { plainName } from './form-values'

type FormFacts = {
  formId: string
  faults: Record<string, string>
  labels: Record<string, string>
  typed: Record<string, string>
}

export const FormContext = createContext<FormFacts>({ formId: '', faults: {}, labels: {}, typed: {} })

/** What a field needs to know of its form: its id, its label, what is wrong with it, and what was typed before. */
export function useFormField(name: string) {
  const { formId, faults, labels, typed } = useContext(FormContext)
  const plain = plainName(name)
  return {
    id: `${formId}-${plain}`,
    label: labels[labelKey(plain)] ?? plain,
    error: faults[plain],
    typed: typed[name],
  }
}

/** `lines.3.amount` is labelled as `lines_amount`: the names of sentences have no dots. */
export const labelKey = (name: string) => name.replace(/\.\d+(?=\.)/g, '').replaceAll('.', '_')
