'use client'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { showInvitationAction } from './actions'
import { LinkToShow } from './link-to-show'

type Props = { clientId: string; id: string; part: 'link' | 'code' | 'signingCode' }

/** One secret of a way in, shown when it is asked for. Each look is written down. */
export function Secret(props: Props) {
  const [value, setValue] = useState<string>()
  const [isGone, setGone] = useState(false)
  const [isPending, start] = useTransition()
  const t = useTranslations('entry')
  const toggle = () =>
    start(async () => {
      if (value !== undefined) return setValue(undefined)
      const answer = await showInvitationAction(props)
      if (answer.ok) setValue(answer.value.value)
      setGone(!answer.ok)
    })
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-2">
      <span aria-live="polite" className="min-w-0 grow">
        {value !== undefined && (props.part === 'link' ? <LinkToShow path={value} /> : <b className="tabular-nums">{value}</b>)}
        {isGone && t('office.gone')}
      </span>
      <Button look="quiet" disabled={isPending} onClick={toggle}>
        {t(value === undefined ? `office.show.${props.part}` : 'office.hide')}
      </Button>
    </span>
  )
}
