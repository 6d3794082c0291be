import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { type CaseStage, caseStages } from '@/db/vocabulary'
import { stages } from '@/lib/cases/stages'
import { hasRole } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { civilDateIn } from '@/lib/platform/dates'
import { workingDaysBetween } from '@/lib/platform/working-days'
import type { CaseView } from './case-view'
import { MoveStage } from './move-stage'

/** The way most cases take, in the order of the vocabulary; a stage beside another shows behind it while a case is there. */
const places: Record<CaseStage, 'way' | CaseStage> = {
  INTAKE: 'way',
  EVIDENCE: 'way',
  DRAFTING: 'way',
  CLIENT_REVIEW: 'way',
  SUBMITTED: 'way',
  INFO_REQUESTED: 'SUBMITTED',
  COUNTERED: 'SUBMITTED',
  CONFIRMING: 'way',
  MONITORING: 'way',
  FALLBACK: 'SUBMITTED',
  CLOSED: 'way',
}
const mainWay = caseStages.filter((stage) => places[stage] === 'way')

const wayOf = (stage: CaseStage) => mainWay.flatMap((step) => (places[stage] === step ? [step, stage] : [step]))

/** The stages as steps, and the form that moves the case on. */
export async function StageSteps({ view: { actor, kase, today } }: { view: CaseView }) {
  const [t, words] = [await getTranslations('casePage'), await getTranslations('words')]
  const way = wayOf(kase.stage)
  const here = way.indexOf(kase.stage)
  const days = workingDaysBetween(civilDateIn(new Date(kase.stageSince), actor.timeZone), today, chinaCalendar)
  const { targetDays } = stages[kase.stage]
  const stay = t('stageNow', { days }) + (targetDays === null ? '' : ` / ${t('stageTarget', { days: targetDays })}`)
  return (
    <section aria-label={t('stages')} className="grid gap-3 rounded-m bg-surface p-4 shadow-1">
      <ol className="flex flex-wrap gap-x-1 gap-y-2">
        {way.map((stage, index) => (
          <Step key={stage} name={words(`stage.${stage}`)} state={stateOf(index, here)} stay={index === here ? stay : ''} />
        ))}
      </ol>
      {mayDo(actor, 'case.move') && (
        <Disclosure id="move" label={t('move')}>
          <MoveStage
            caseId={kase.id}
            clientId={kase.client.id}
            version={kase.version}
            moves={kase.moves}
            isSupervisor={hasRole(actor, 'SUPERVISOR')}
            undo={kase.lastMove?.canUndo ? kase.lastMove.eventId : undefined}
          />
        </Disclosure>
      )}
    </section>
  )
}

type StepState = 'done' | 'here' | 'ahead'
const stateOf = (index: number, here: number): StepState => (index < here ? 'done' : index === here ? 'here' : 'ahead')

const looks: Record<StepState, string> = {
  done: 'text-ink-2',
  here: 'bg-primary-tint font-semibold text-primary',
  ahead: 'text-muted',
}

const Step = ({ name, state, stay }: { name: string; state: StepState; stay: string }) => (
  <li
    aria-current={state === 'here' ? 'step' : undefined}
    className={`flex items-center gap-1 rounded-chip px-2 py-0.5 ${looks[state]}`}
  >
    {state === 'done' && <span aria-hidden="true">✓</span>}
    {name}
    {stay !== '' && <span className="text-meta font-normal">{stay}</span>}
  </li>
)
