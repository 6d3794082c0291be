import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { mayDo } from '@/lib/core/permissions'
import { daysBetween } from '@/lib/platform/dates'
import type { CaseView } from './case-view'
import { HoldForm, NextActionForm, WakeForm } from './next-action-forms'

/** What comes next and by when: an open case without it is a warning in itself. */
export async function NextAction({ view: { actor, kase, today } }: { view: CaseView }) {
  const [t, words, civil] = [await getTranslations('casePage'), await getTranslations('words'), civilDates(await getLocale())]
  if (kase.stage === 'CLOSED') return <Closed kase={kase} timeZone={actor.timeZone} />
  const action = kase.nextActionText || (kase.nextAction === null ? '' : words(`nextAction.${kase.nextAction}`))
  return (
    <section className="grid gap-3 rounded-m border-l-4 border-primary bg-surface p-4 shadow-1">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-dense font-normal text-muted">{t('nextAction')}</h2>
        <p className="text-section font-semibold">{action || t('noNextAction')}</p>
        <Due dueOn={kase.dueOn} today={today} />
      </div>
      {kase.holdUntil !== null && (
        <p className="text-wait">{t('onHold', { date: civil.ahead(kase.holdUntil, today), reason: kase.holdReason })}</p>
      )}
      <div className="flex flex-wrap items-start gap-2">
        {mayDo(actor, 'case.setNextAction') && (
          <Disclosure label={t('setNext')} isOpen={kase.nextAction === null}>
            <NextActionForm kase={kase} />
          </Disclosure>
        )}
        {mayDo(actor, 'case.hold') && (
          <Disclosure label={t('snooze')}>
            <HoldForm kase={kase} />
          </Disclosure>
        )}
        {mayDo(actor, 'case.hold') && kase.holdUntil !== null && <WakeForm kase={kase} />}
      </div>
    </section>
  )
}

async function Due({ dueOn, today }: { dueOn: string | null; today: string }) {
  const [t, civil] = [await getTranslations('casePage'), civilDates(await getLocale())]
  if (dueOn === null) return <span className="text-wait">{t('noDue')}</span>
  const late = daysBetween(dueOn, today)
  if (late > 0) return <b className="text-bad">{t('dueLate', { days: late })}</b>
  return late === 0 ? (
    <b className="text-wait">{t('dueToday')}</b>
  ) : (
    <span className="text-muted">{t('dueOn', { date: civil.ahead(dueOn, today) })}</span>
  )
}

async function Closed({ kase, timeZone }: { kase: CaseView['kase']; timeZone: string }) {
  const [t, words, civil] = [await getTranslations('casePage'), await getTranslations('words'), civilDates(await getLocale())]
  const outcome = kase.closingOutcome === null ? '' : words(`closingOutcome.${kase.closingOutcome}`)
  return (
    <section className="grid gap-1 rounded-m bg-surface p-4 shadow-1">
      <p className="font-semibold">
        {t('closedOn', { date: kase.closedAt === null ? '' : civil.inText(dayOf(kase.closedAt, timeZone)), outcome })}
      </p>
      <p>{kase.closingReason}</p>
      <p className="text-muted">{kase.clientSummary}</p>
    </section>
  )
}
