'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { yuan } from '@/app/_parts/amount'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { MoneyField } from '@/app/_ui/field'
import { useToast } from '@/app/_ui/toast'
import { type Answer, ask } from '@/app/(office)/board/api'
import type { listOffers } from '@/lib/offers/queries'
import type { AskedLine } from '@/lib/proposals/work-out'
import { OfferTable } from './offer-table'

type Listed = Awaited<ReturnType<typeof listOffers>>
type Take = (lines: readonly AskedLine[]) => void

/** SD-06: several offers for the same debts, side by side, each a press away from the draft. Worked out when asked for. */
export function Offers({ caseId, take }: { caseId: string; take: Take }) {
  const [t, shell, toast] = [useTranslations('offers'), useTranslations('shell'), useToast()]
  const [isOpen, setOpen] = useState(false)
  const { answer, isBusy, list } = useOffers(caseId)
  const open = () => {
    setOpen(true)
    list('')
  }
  const use: Take = (lines) => {
    take(lines)
    setOpen(false)
    toast({ text: t('used') })
  }
  return (
    <div>
      <Button onClick={open}>{t('open')}</Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setOpen(false)} width="table">
        <p className="text-dense text-muted">{t('lead')}</p>
        <Funds answer={answer} isBusy={isBusy} list={list} />
        {answer?.kind === 'lost' && (
          <p role="alert" className="text-bad">
            {t('lost')}
          </p>
        )}
        {answer?.kind === 'done' && <Found listed={answer.value} take={use} />}
        <Button onClick={() => setOpen(false)}>{shell('close')}</Button>
      </Dialog>
    </div>
  )
}

function useOffers(caseId: string) {
  const [answer, setAnswer] = useState<Answer<Listed>>()
  const [isBusy, setBusy] = useState(false)
  const list = async (funds: string) => {
    setBusy(true)
    setAnswer(await ask<Listed>(`cases/${caseId}/offers${funds === '' ? '' : `?${new URLSearchParams({ funds })}`}`))
    setBusy(false)
  }
  return { answer, isBusy, list }
}

type FundsProps = { answer: Answer<Listed> | undefined; isBusy: boolean; list: (funds: string) => void }

/** Money that could be paid at once makes a settlement one of the offers. */
function Funds({ answer, isBusy, list }: FundsProps) {
  const [t, faults] = [useTranslations('offers'), useTranslations('faults')]
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    list(String(new FormData(event.currentTarget).get('funds') ?? '').trim())
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <MoneyField
        name="funds"
        label={t('funds')}
        hint={t('fundsHint')}
        error={faultOf(answer, faults('amount'))}
        maxLength={20}
      />
      <Button type="submit" aria-disabled={isBusy}>
        {isBusy ? t('listing') : t('list')}
      </Button>
    </form>
  )
}

/** The amount is all that one can get wrong here. */
function faultOf(answer: Answer<Listed> | undefined, amount: string) {
  if (answer?.kind !== 'refused') return undefined
  return answer.problem.code === 'invalid' ? amount : answer.problem.detail
}

function Found({ listed, take }: { listed: Listed; take: Take }) {
  const t = useTranslations('offers')
  const { unknown, why, offers, asIs } = listed
  return (
    <div className="grid min-w-0 gap-2">
      <Budget listed={listed} />
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

/** What there is to offer each month, and whose the rest is. */
function Budget({ listed: { budget, surplus, reserve, elsewhere } }: { listed: Listed }) {
  const t = useTranslations('offers')
  if (surplus === null) return null
  const amounts = { surplus: yuan(surplus), paying: yuan(elsewhere.paying), owed: yuan(elsewhere.owed) }
  return (
    <p className="text-dense">
      <b>{t('budget', { budget: yuan(budget) })}</b>{' '}
      {elsewhere.creditors > 0 && t('shared', { ...amounts, creditors: elsewhere.creditors })}{' '}
      {reserve !== null && t('reserveKept', { reserve: yuan(reserve) })}
    </p>
  )
}
