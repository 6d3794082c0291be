'use client'
import { useRouter } from 'next/navigation'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { yuan } from '@/app/_parts/amount'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { nameIn } from '@/lib/creditors/names'
import { money, sum, toText } from '@/lib/platform/money'
import type { Proposal } from '@/lib/proposals/queries'
import type { SaveState } from './use-autosave'

type Props = {
  proposal: Proposal
  state: SaveState
  save: () => Promise<boolean>
  /** Leads to what is ticked and not complete; whether there was anything. */
  mend: () => boolean
  isOver: boolean
}

/** Whose version this is, whether it is kept, and the way on. */
export function BuilderHeader({ proposal, state, save, mend, isOver }: Props) {
  const [t, locale, router] = [useTranslations('proposals'), useLocale(), useRouter()]
  const [isLeaving, leave] = useTransition()
  const { source, number, caseId, id, others } = proposal
  const owed = toText(sum(source.sheets.map((sheet) => money(sheet.owed))))
  const [previous] = others
  const next = `/cases/${caseId}/proposals/${id}/${isOver && proposal.overAffordableReason === '' ? 'over' : 'check'}`
  return (
    <PageHeader
      title={t('versionOf', { number, name: source.clientName })}
      note={`${source.caseNo} · ${nameIn(locale, source.creditor.product)} · ${t('owed', { amount: yuan(owed) })}`}
    >
      <SavedNote state={state} />
      <ButtonLink href={`/cases/${caseId}/proposals`}>{t('allVersions')}</ButtonLink>
      {previous !== undefined && (
        <ButtonLink href={`/cases/${caseId}/proposals/compare?v=${previous.number}&v=${number}`}>
          {t('compareWith', { number: previous.number })}
        </ButtonLink>
      )}
      <Button onClick={() => void save()}>{t('saveNow')}</Button>
      <Button
        look="primary"
        disabled={isLeaving}
        onClick={() => {
          if (mend()) return
          leave(async () => {
            if (await save()) router.push(next)
          })
        }}
      >
        {t('checkAndSend')}
      </Button>
    </PageHeader>
  )
}

function SavedNote({ state }: { state: SaveState }) {
  const t = useTranslations('proposals')
  const note = useSaveNote(state)
  const isBad = state.is === 'failed' || state.is === 'refused'
  const lost = state.approvalLost === true ? 'approvalLost' : state.declarationLost === true ? 'declarationLost' : undefined
  return (
    <p role="status" className={`text-dense ${isBad ? 'font-medium text-bad' : 'text-muted'}`}>
      {note}
      {lost !== undefined && <span className="ml-2 text-wait">{t(lost)}</span>}
    </p>
  )
}

function useSaveNote({ is, at, code = 'invalid' }: SaveState): string {
  const [t, refusals, format] = [useTranslations('proposals'), useTranslations('refusals'), useFormatter()]
  if (is === 'refused') return refusals(code === 'too_many' ? 'invalid' : code)
  if (is !== 'saved') return t(is)
  if (at === null) return ''
  return t('savedAt', { time: format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) })
}
