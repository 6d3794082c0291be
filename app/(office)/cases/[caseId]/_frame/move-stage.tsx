'use client'
import Link from 'next/link'
import { useMessages, useTranslations } from 'next-intl'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck } from '@/app/_parts/form/fields'
import { askFor, toLetPass, typedFor } from '@/app/(office)/board/asking'
import { placesOf } from '@/app/(office)/board/missing-places'
import type { CaseStage } from '@/db/vocabulary'
import { canOverride, type GuardName } from '@/lib/cases/guards'
import { moveAction } from '../actions'
import { supplied, supplyForms } from './supply'
import { UndoMove } from './undo-move'

type Move = { to: CaseStage; missing: readonly GuardName[] }
type Place = (name: GuardName) => string
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
  const placeOf: Place = (name) => placesOf[name](caseId, clientId)
  return (
    <div className="grid gap-3">
      {moves.length === 0 && <p className="text-muted">{t('nowhere')}</p>}
      {moves.map((move) => (
        <OneMove
          key={move.to}
          move={move}
          hidden={{ ...hidden, to: move.to }}
          draft={typedFor(caseId, move.to)}
          isSupervisor={isSupervisor}
          placeOf={placeOf}
        />
      ))}
      {undo !== undefined && <UndoMove caseId={caseId} version={version} eventId={undo} />}
    </div>
  )
}

type OneProps = {
  move: Move
  hidden: Record<string, string | number>
  draft: string
  isSupervisor: boolean
  placeOf: Place
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

function MoveForm(props: OneProps & { label: string }) {
  const { move, hidden, draft, label } = props
  const { casePage } = useMessages()
  const plan = planOf(props)
  return (
    <div className="grid gap-2">
      {plan.elsewhere.length > 0 && <Checklist {...plan} placeOf={props.placeOf} />}
      {plan.maySend && (
        <CommandForm
          action={moveAction}
          labels={casePage.field}
          submit={label}
          look={move.missing.length === 0 ? 'primary' : 'secondary'}
          hidden={hidden}
          draft={draft}
          keeps
        >
          <Fields {...plan} />
        </CommandForm>
      )}
    </div>
  )
}

/** Where the move needs more than can be said here, and nobody may let it pass, there is nothing to send. */
function planOf({ move: { missing }, isSupervisor }: OneProps) {
  const { here, later, elsewhere, isEnough } = askFor(missing, supplied)
  const mayOverride = isSupervisor && elsewhere.length > 0 && toLetPass(missing).every(canOverride)
  const words = [...here, ...later]
  const maySend = isEnough || mayOverride
  return { elsewhere, mayOverride, maySend, asked: maySend ? words : [], later: maySend ? [] : words }
}

function Fields({ asked, mayOverride }: ReturnType<typeof planOf>) {
  const t = useTranslations('casePage')
  const asksReason = asked.includes('reason') || asked.includes('whatChanged')
  return (
    <>
      {asked.map((name) => {
        const Form = supplyForms[name]
        return Form === undefined ? null : <Form key={name} />
      })}
      {mayOverride && <FormCheck name="override" label={t('canOverride')} />}
      {mayOverride && !asksReason && <FormArea name="reason" label={t('overrideReason')} maxLength={500} />}
    </>
  )
}

type ListProps = { elsewhere: readonly GuardName[]; later: readonly GuardName[]; placeOf: Place }

/** What has a form of its own, each with the way there, and what is asked for once that is done. */
function Checklist({ elsewhere, later, placeOf }: ListProps) {
  const [t, dialog] = [useTranslations('casePage'), useTranslations('board.missing')]
  return (
    <>
      <p className="text-dense text-muted">{dialog('elsewhere')}</p>
      <ul className="grid gap-1">
        {[...elsewhere, ...later].map((name) => (
          <li key={name} className="flex items-baseline gap-2 text-dense text-wait">
            <span aria-hidden="true">☐</span>
            {dialog(`guard.${name}`)}
            {later.includes(name) ? (
              <span className="ml-auto text-muted">{dialog('later')}</span>
            ) : (
              <Link href={placeOf(name)} className="ml-auto text-primary">
                {t('fillIn')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
