'use client'
import Link from 'next/link'
import { useMessages, useTranslations } from 'next-intl'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck } from '@/app/_parts/form/fields'
import { placesOf } from '@/app/(office)/board/missing-places'
import type { CaseStage } from '@/db/vocabulary'
import { canOverride, type GuardName } from '@/lib/cases/guards'
import { moveAction } from '../actions'
import { supplied, supplyForms } from './supply'
import { UndoMove } from './undo-move'

type Move = { to: CaseStage; missing: readonly GuardName[] }
type Props = {
  caseId: string
  clientId: string
  version: number
  moves: readonly Move[]
  isSupervisor: boolean
  undo: string | undefined
}

/** Every way the case may go, with what is still missing for it and the form that supplies it. */
export function MoveStage({ caseId, clientId, version, moves, isSupervisor, undo }: Props) {
  const t = useTranslations('casePage')
  const hidden = { caseId, 'version:int': version }
  const placeOf = (name: GuardName) => placesOf[name](caseId, clientId)
  return (
    <div className="grid gap-3">
      {moves.length === 0 && <p className="text-muted">{t('nowhere')}</p>}
      {moves.map((move) => (
        <OneMove key={move.to} move={move} hidden={hidden} isSupervisor={isSupervisor} placeOf={placeOf} />
      ))}
      {undo !== undefined && <UndoMove caseId={caseId} version={version} eventId={undo} />}
    </div>
  )
}

type OneProps = {
  move: Move
  hidden: Record<string, string | number>
  isSupervisor: boolean
  placeOf: (name: GuardName) => string
}

/** A way that is open is one button; one that asks for something opens first. */
function OneMove(props: OneProps) {
  const { move } = props
  const [t, words] = [useTranslations('casePage'), useTranslations('words')]
  const label = t('moveTo', { stage: words(`stage.${move.to}`) })
  if (move.missing.length === 0) return <MoveForm {...props} label={label} />
  return (
    <Disclosure label={label}>
      <MoveForm {...props} label={label} />
    </Disclosure>
  )
}

function MoveForm({ move: { to, missing }, hidden, isSupervisor, placeOf, label }: OneProps & { label: string }) {
  const t = useTranslations('casePage')
  const { casePage } = useMessages()
  const here = missing.filter((name) => supplied.has(name))
  const elsewhere = missing.filter((name) => !supplied.has(name))
  const asksReason = here.includes('reason') || here.includes('whatChanged')
  const mayOverride = isSupervisor && elsewhere.length > 0 && elsewhere.every(canOverride)
  return (
    <div className="grid gap-2">
      {elsewhere.length > 0 && <Elsewhere names={elsewhere} placeOf={placeOf} />}
      <CommandForm
        action={moveAction}
        labels={casePage.field}
        submit={label}
        look={missing.length === 0 ? 'primary' : 'secondary'}
        hidden={{ ...hidden, to }}
        keeps
      >
        {here.map((name) => {
          const Form = supplyForms[name]
          return Form === undefined ? null : <Form key={name} />
        })}
        {mayOverride && <FormCheck name="override" label={t('canOverride')} />}
        {mayOverride && !asksReason && <FormArea name="reason" maxLength={500} isOptional />}
      </CommandForm>
    </div>
  )
}

/** What has a form of its own, each with the way there. */
function Elsewhere({ names, placeOf }: { names: readonly GuardName[]; placeOf: (name: GuardName) => string }) {
  const [t, guards] = [useTranslations('casePage'), useTranslations('board.missing.guard')]
  return (
    <ul className="grid gap-1">
      {names.map((name) => (
        <li key={name} className="flex items-baseline gap-2 text-dense text-wait">
          <span aria-hidden="true">☐</span>
          {guards(name)}
          <Link href={placeOf(name)} className="ml-auto text-primary">
            {t('fillIn')}
          </Link>
        </li>
      ))}
    </ul>
  )
}
