import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { Pill } from '@/app/_ui/pill'
import type { Clock } from '@/lib/protection/clocks'

const tones = { told: 'ok', excused: 'neutral', due: 'wait', late: 'bad' } as const

/** By when who is to be told, and whether they were. */
export async function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const [t, format] = [await getTranslations('protection'), await dayFormat()]
  const day = (by: string) => format.dateTime(new Date(by), { dateStyle: 'medium', timeStyle: 'short' })
  const names = { authority: t('clock.authority'), people: t('clock.people') }
  return (
    <ul className="grid min-w-[16em] gap-1">
      {clocks.map(({ who, by, state }) => (
        <li key={who} className="flex flex-wrap gap-2">
          {t('clockBy', { who: names[who], by: day(by) })}
          <Pill tone={tones[state]}>{t(`clockState.${state}`)}</Pill>
        </li>
      ))}
    </ul>
  )
}
