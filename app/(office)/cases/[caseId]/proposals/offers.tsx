'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { yuan } from '@/app/_parts/amount'
import { Button } from '@/app/_ui/button'
import { MoneyField } from '@/app/_ui/field'
import { useToast } from '@/app/_ui/toast'
import { type Answer, ask } from '@/app/(office)/board/api'
import type { listOffers } from '@/lib/offers/queries'
import type { AskedLine } from '@/lib/proposals/work-out'
import { OfferTable } from './offer-table'

type Listed = Awaited<ReturnType<typeof listOffers>>
type Props = { caseId: string; take: (lines: readonly AskedLine[]) => void }

/** SD-06: several offers for the same debts, side by side, each a press away from the draft. Worked out when asked for. */
export function Offers({ caseId, take }: Props) {
  const [t, toast] = [useTranslations('offers'), useToast()]
  const [answer, setAnswer] = useState<Answer<Listed>>()
  const [isBusy, setBusy] = useState(false)
  const list = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const funds = String(new FormData(event.currentTarget).get('funds') ?? '').trim()
    setBusy(true)
    setAnswer(await ask<Listed>(`cases/${caseId}/offers${funds === '' ? '' : `?${new URLSearchParams({ funds })}`}`))
    setBusy(false)
  }
  return (
    <details className="rounded-m bg-surface p-3 shadow-1">
      <summary className="min-h-6 cursor-pointer text-section font-semibold">{t('title')}</summary>
      <div className="mt-2 grid gap-3">
        <p className="max-w-[60em] text-dense text-muted">{t('lead')}</p>
        <form onSubmit={list} className="flex flex-wrap items-end gap-3">
          <MoneyField name="funds" label={t('funds')} hint={t('fundsHint')} error={faultOf(answer)} maxLength={20} />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? t('listing') : t('list')}
          </Button>
        </form>
        {answer?.kind === 'lost' && (
          <p role="alert" className="text-bad">
            {t('lost')}
          </p>
        )}
        {answer?.kind === 'done' && (
          <Found
            listed={answer.value}
            take={(lines) => {
              take(lines)
              toast({ text: t('used') })
            }}
          />
        )}
      </div>
    </details>
  )
}

const faultOf = (answer: Answer<Listed> | undefined) => (answer?.kind === 'refused' ? answer.problem.detail : undefined)

function Found({ listed, take }: { listed: Listed; take: Props['take'] }) {
  const t = useTranslations('offers')
  const { budget, surplus, reserve, elsewhere, unknown, why, offers, asIs } = listed
  return (
    <div className="grid min-w-0 gap-2">
      {surplus !== null && (
        <p className="text-dense">
          <b>{t('budget', { budget: yuan(budget) })}</b>{' '}
          {elsewhere.creditors > 0 &&
            t('shared', {
              ...{ surplus: yuan(surplus), creditors: elsewhere.creditors },
              ...{ paying: yuan(elsewhere.paying), owed: yuan(elsewhere.owed) },
            })}{' '}
          {reserve !== null && t('reserveKept', { reserve: yuan(reserve) })}
        </p>
      )}
      {unknown.length > 0 && why !== 'no_terms' && (
        <p className="text-dense text-wait">{t('unknown', { count: unknown.length })}</p>
      )}
      {why !== null && (
        <p role="status" className="rounded-m bg-bad-bg px-3 py-2 text-bad">
          {t(`why.${why}`)}
        </p>
      )}
      {asIs !== null && offers.length > 0 && <OfferTable asIs={asIs} offers={offers} take={take} />}
    </div>
  )
}
