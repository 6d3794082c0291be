import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Panel } from '@/app/_ui/panel'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { listCircumstances } from '@/lib/portal/circumstance.queries'
import { HandleForm } from './handle-form'

/** What the client told about paying; nothing is shown where nothing was told. */
export async function Circumstances({ actor, caseId }: { actor: Actor; caseId: string }) {
  const [t, civil] = [await getTranslations('budget'), civilDates(await getLocale())]
  const day = (at: string) => civil.inText(dayOf(at, actor.timeZone))
  const { circumstances } = await listCircumstances(actor, { caseId })
  if (circumstances.length === 0) return null
  return (
    <Panel title={t('cannot.office')} id="circumstances">
      <ul className="grid gap-3">
        {circumstances.map(({ id, kind, note, at, handledAt }) => (
          <li key={id} className="grid gap-1 border-b border-line pb-2">
            <p>
              {day(at)} · <b>{t(`cannot.kinds.${kind}`)}</b>
            </p>
            {note !== '' && <p className="whitespace-pre-wrap break-words">{note}</p>}
            {handledAt !== null && <p className="text-dense text-muted">{t('cannot.handledOn', { date: day(handledAt) })}</p>}
            {handledAt === null && mayDo(actor, 'circumstance.handle') && <HandleForm circumstanceId={id} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
