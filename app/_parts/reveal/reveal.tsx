'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { revealAction } from './actions'

type Props = {
  clientId: string
  field: 'name' | 'phone' | 'idNumber' | 'bankAccount' | 'safePhrase'
  masked: string
  /** Whether there is anything to show, and whether this person may look. */
  canReveal: boolean
}

const shownForSeconds = 30

/** A masked value with an eye: shows it in full for thirty seconds. Each look is audited. */
export function Reveal({ clientId, field, masked, canReveal }: Props) {
  const [value, setValue] = useState<string>()
  const [isPending, start] = useTransition()
  const t = useTranslations('people')
  useEffect(() => {
    if (value === undefined) return
    const timer = setTimeout(() => setValue(undefined), shownForSeconds * 1000)
    return () => clearTimeout(timer)
  }, [value])
  const toggle = () =>
    start(async () => {
      if (value !== undefined) return setValue(undefined)
      const answer = await revealAction({ clientId, field })
      if (answer.ok) setValue(answer.value.value)
    })
  const what = t(`field.${field}`)
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-1">
      <span aria-live="polite">{value ?? masked}</span>
      {canReveal && (
        <Button
          look="quiet"
          className="min-h-6 px-1 py-0"
          disabled={isPending}
          aria-pressed={value !== undefined}
          aria-label={value === undefined ? t('reveal', { what }) : t('hide', { what })}
          title={value === undefined ? t('reveal', { what }) : t('revealed')}
          onClick={toggle}
        >
          <Eye isOpen={value !== undefined} />
        </Button>
      )}
    </span>
  )
}

const Eye = ({ isOpen }: { isOpen: boolean }) => (
  <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4">
    <path d="M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8Z" />
    <circle cx="8" cy="8" r="2" fill={isOpen ? 'currentColor' : 'none'} />
  </svg>
)
