import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { LinkTabs } from '@/app/_ui/link-tabs'
import { Panel } from '@/app/_ui/panel'
import { Pill, type Tone } from '@/app/_ui/pill'
import { nameIn } from '@/lib/creditors/names'
import type { radar } from '@/lib/radar/queries'
import { type RadarBand, radarBands } from '@/lib/radar/ranked'
import { About } from './about'
import { opens } from './opens'
import { placeOf } from './place-of'

type Seen = Awaited<ReturnType<typeof radar>>
type Item = Seen['items'][number]

/** How far ahead one may look, in days. */
export const windows = [7, 14, 30, 90] as const

const tones: Record<RadarBand, Tone> = { OVERDUE: 'bad', TODAY: 'wait', SOON: 'wait', WEEK: 'info', LATER: 'neutral' }

/** Every date that matters, the most pressing first, by band. */
export async function Radar({ seen, days }: { seen: Seen; days: number }) {
  const t = await getTranslations('radar')
  const tabs = windows.map((each) => ({
    ...{ href: `/today?days=${each}#radar`, text: t('show', { days: each }), isCurrent: each === days },
  }))
  return (
    <Panel title={t('title')} id="radar">
      <p className="text-muted">{t('lead', { days })}</p>
      <LinkTabs label={t('title')} tabs={tabs} />
      {seen.items.length === 0 && <p className="text-muted">{t('none', { days })}</p>}
      {radarBands.map((band) => (
        <Band key={band} band={band} items={seen.items.filter((item) => item.band === band)} />
      ))}
      {seen.isCut && <p className="text-muted">{t('cut')}</p>}
    </Panel>
  )
}

async function Band({ band, items }: { band: RadarBand; items: Item[] }) {
  const t = await getTranslations('radar')
  if (items.length === 0) return null
  return (
    <details open={opens(band, items)}>
      <summary className="cursor-pointer py-1">
        <Pill tone={tones[band]}>{t(`band.${band}`)}</Pill> <span className="text-muted">{items.length}</span>
      </summary>
      <ul className="grid">
        {items.map((item) => (
          <Line key={`${item.caseId} ${item.kind} ${item.on} ${item.about}`} item={item} />
        ))}
      </ul>
    </details>
  )
}

async function Line({ item }: { item: Item }) {
  const [t, locale] = [await getTranslations('radar'), await getLocale()]
  const { number, name, product, kind, on, days } = item
  const when = days < 0 ? t('late', { days: -days }) : days === 0 ? t('today') : t('inDays', { days })
  return (
    <li className="grid min-h-8 grid-cols-[auto_1fr_auto] items-baseline gap-x-3 gap-y-0.5 border-b border-line py-1.5 last:border-0 md:grid-cols-[84px_120px_1fr_96px_110px]">
      <Link href={placeOf(item)} className="text-dense text-primary">
        {number}
      </Link>
      <b className="truncate font-semibold">{name}</b>
      <span className="order-last col-span-3 min-w-0 md:order-none md:col-span-1">
        {t(`kind.${kind}`)} <About item={item} /> <span className="text-meta text-muted">{nameIn(locale, product)}</span>
      </span>
      <span className="hidden whitespace-nowrap text-dense text-ink-2 md:inline">{civilDates(locale).inColumn(on)}</span>
      <span className={`text-dense ${days < 0 ? 'font-semibold text-bad' : 'text-muted'}`}>{when}</span>
    </li>
  )
}
