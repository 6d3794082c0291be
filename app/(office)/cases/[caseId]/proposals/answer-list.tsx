import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { CommandForm } from '@/app/_parts/form/command-form'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { type CaseStage, reliefTypes } from '@/db/vocabulary'
import type { DecisionView } from '@/lib/decisions/view'
import { acceptCounterForm } from './actions'
import { outcomeTone } from './outcome-tone'
import { reliefText } from './relief-text'

/** What the creditor answered: when, by whom, what was granted of what was asked, and why not. */
export async function AnswerList({ decisions, stage }: { decisions: readonly DecisionView[]; stage: CaseStage }) {
  const [t, words] = [await getTranslations('proposals'), await getTranslations('words')]
  const civil = civilDates(await getLocale())
  return (
    <Panel title={t('answers')}>
      <ul className="grid gap-3">
        {decisions.map((decision, index) => (
          <li key={decision.id} className="grid gap-1 border-l-2 border-line pl-3">
            <p className="flex flex-wrap items-center gap-2">
              <Pill tone={outcomeTone[decision.result]}>{words(`decision.${decision.result}`)}</Pill>
              <span className="text-muted">
                {civil.inText(decision.decidedOn)} · {words(`channel.${decision.channel}`)}
                {decision.decidedBy !== '' && ` · ${decision.decidedBy}`}
              </span>
            </p>
            {decision.granted.length > 0 && (
              <p>
                {t('granted', {
                  terms: decision.granted.map((relief) => reliefText(relief, t, words, civil)).join(t('semicolon')),
                })}
              </p>
            )}
            <GrantRatios ratios={decision.grantRatios} />
            {decision.reasons.length > 0 && (
              <p>
                {t('reasonsGiven', {
                  reasons: decision.reasons.map((reason) => words(`refusalReason.${reason}`)).join(t('and')),
                })}
              </p>
            )}
            {decision.note !== '' && <p className="whitespace-pre-line text-muted">{decision.note}</p>}
            {decision.counterAccepted && <p className="text-ok">{t('counterAccepted')}</p>}
            {index === 0 && decision.result === 'COUNTERED' && !decision.counterAccepted && stage === 'COUNTERED' && (
              <CommandForm
                action={acceptCounterForm}
                labels={{}}
                submit={t('acceptCounter')}
                hidden={{ decisionId: decision.id }}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

async function GrantRatios({ ratios }: { ratios: DecisionView['grantRatios'] }) {
  const [t, words] = [await getTranslations('proposals'), await getTranslations('words')]
  const entries = reliefRatios(ratios)
  if (entries.length === 0) return null
  return (
    <p className="text-dense text-muted">
      {t('grantRatio')} {entries.map(([type, ratio]) => `${words(`relief.${type}`)} ${ratio}`).join(' · ')}
    </p>
  )
}

const reliefRatios = (ratios: DecisionView['grantRatios']) =>
  reliefTypes.flatMap((type) => {
    const ratio = ratios[type]
    return ratio === undefined ? [] : [[type, ratio] as const]
  })
