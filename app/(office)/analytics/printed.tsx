import { getTranslations } from 'next-intl/server'
import type { AnalyticsFilter } from '@/lib/analytics/filter'
import { localOf } from '@/lib/contacts/local-instant'
import type { Actor } from '@/lib/core/actor'
import { now } from '@/lib/platform/clock'
import { filterText, type Named, periodText } from './export/filter-text'

type Props = { asked: AnalyticsFilter; named: Named; actor: Pick<Actor, 'organisationName' | 'name' | 'timeZone'> }

/** On paper only: of whom and when the figures are, since the filters stay on the screen. */
export async function Printed({ asked, named, actor }: Props) {
  const [t, own] = [await getTranslations('analytics'), await getTranslations('analyticsReport')]
  const facts = [
    [own('office'), actor.organisationName],
    [t('notes.filter'), await filterText(asked, named)],
    [own('period'), await periodText(asked)],
    [t('notes.madeAt'), localOf(now(), actor.timeZone).replace('T', ' ')],
    [t('notes.madeBy'), actor.name],
  ] as const
  return (
    <p className="hidden text-dense print:block">
      {facts.map(([what, value]) => own('chosen', { what, value })).join(own('between'))}
    </p>
  )
}
