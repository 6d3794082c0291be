'use client'
import { useMessages } from 'next-intl'
import type { ComponentType } from 'react'
import { FormArea, FormSelect } from '@/app/_parts/form/fields'
import { closingOutcomes, fallbackReasons, limitationAnswers } from '@/db/vocabulary'
import type { GuardName } from '@/lib/cases/guards'

/** Facts that a person supplies in the same breath as the move. */
export const supplyForms: Partial<Record<GuardName, ComponentType>> = {
  limitation: LimitationField,
  fallbackReason: FallbackField,
  whatChanged: WhatChangedField,
  reason: ReasonField,
  closing: ClosingFields,
}
export const supplied: ReadonlySet<string> = new Set(Object.keys(supplyForms))

/** A choice that begins empty: nothing is decided by leaving it alone. */
function useChoice<Code extends string>(codes: readonly Code[], names: Record<Code, string>) {
  const { debts } = useMessages()
  return [{ value: '', label: debts.choose }, ...codes.map((code) => ({ value: code, label: names[code] }))]
}

function LimitationField() {
  const { words, board } = useMessages()
  return (
    <FormSelect
      name="limitation"
      hint={board.missing.field.limitationHint}
      options={useChoice(limitationAnswers, words.limitation)}
    />
  )
}

function FallbackField() {
  return <FormSelect name="fallback" options={useChoice(fallbackReasons, useMessages().words.fallbackReason)} />
}

function ReasonField() {
  return <FormArea name="reason" required maxLength={500} />
}

/** A case that comes back for another try says what is different this time. */
function WhatChangedField() {
  const { board } = useMessages()
  return <FormArea name="reason" label={board.missing.field.whatChanged} required maxLength={500} />
}

function ClosingFields() {
  return (
    <>
      <FormSelect name="closing.outcome" options={useChoice(closingOutcomes, useMessages().words.closingOutcome)} />
      <FormArea name="closing.reason" required maxLength={500} />
      <FormArea name="closing.summary" required maxLength={1000} />
    </>
  )
}
