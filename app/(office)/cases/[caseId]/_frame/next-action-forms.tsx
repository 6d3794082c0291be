'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import { type Mover, movers, type NextActionCode, nextActionCodes } from '@/db/vocabulary'
import { holdAction, setNextActionAction } from '../actions'

type Kase = { id: string; version: number }
type Next = { nextAction: NextActionCode | null; nextActionText: string; whoseMove: Mover; dueOn: string | null }
const hiddenOf = ({ id, version }: Kase) => ({ caseId: id, 'version:int': version })

export function NextActionForm({ kase }: { kase: Kase & Next }) {
  const t = useTranslations('casePage')
  const { casePage, words } = useMessages()
  return (
    <CommandForm action={setNextActionAction} labels={casePage.field} submit={t('setNextSubmit')} hidden={hiddenOf(kase)} keeps>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name="action"
          defaultValue={kase.nextAction}
          options={nextActionCodes.map((code) => ({ value: code, label: words.nextAction[code] }))}
        />
        <FormText name="dueOn" type="date" required defaultValue={kase.dueOn} />
        <FormText name="text" isOptional maxLength={200} defaultValue={kase.nextActionText} />
        <FormSelect
          name="whoseMove"
          defaultValue={kase.whoseMove}
          options={movers.filter((mover) => mover !== 'nobody').map((mover) => ({ value: mover, label: words.mover[mover] }))}
        />
      </div>
    </CommandForm>
  )
}

export function HoldForm({ kase }: { kase: Kase }) {
  const t = useTranslations('casePage')
  const { casePage, board } = useMessages()
  return (
    <CommandForm action={holdAction} labels={casePage.field} submit={t('snoozeSubmit')} hidden={hiddenOf(kase)}>
      <FormText name="until" type="date" required />
      <FormText name="reason" required maxLength={200} hint={board.hold.reasonHint} />
    </CommandForm>
  )
}

export function WakeForm({ kase }: { kase: Kase }) {
  const t = useTranslations('casePage')
  const { casePage } = useMessages()
  return (
    <CommandForm
      action={holdAction}
      labels={casePage.field}
      submit={t('wake')}
      look="secondary"
      hidden={{ ...hiddenOf(kase), 'until:null': '' }}
    />
  )
}
