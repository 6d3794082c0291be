import { getTranslations } from 'next-intl/server'
import { Panel } from '@/app/_ui/panel'
import { Pill, type Tone } from '@/app/_ui/pill'
import type { WarningLevel } from '@/lib/agreements/early-warning'
import type { AgreementView } from '@/lib/agreements/queries'

const tones: Record<WarningLevel, Tone> = { CALM: 'ok', WATCH: 'wait', ACT: 'bad' }

/** How worried to be about a running plan: the points in words, each with its weight, and what to do (SS-11). */
export async function EarlyWarning({ warning }: { warning: AgreementView['warning'] }) {
  const t = await getTranslations('earlyWarning')
  if (warning === null) return null
  const { level, points, reasons } = warning
  return (
    <Panel
      title={t('title')}
      aside={
        <span className="flex items-baseline gap-2">
          <Pill tone={tones[level]}>{t(`level.${level}`)}</Pill>
          <span className="text-muted">{t('points', { points })}</span>
        </span>
      }
    >
      {reasons.length === 0 && <p>{t('none')}</p>}
      {reasons.length > 0 && (
        <ul className="grid gap-1">
          {reasons.map(({ reason, points: each }) => (
            <li key={reason} className="flex flex-wrap gap-x-3 border-b border-line pb-1 last:border-0">
              <span>{t(`reason.${reason}`)}</span>
              <span className="ml-auto text-dense text-muted">{t('each', { points: each })}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{t(`advice.${level}`)}</p>
      <p className="text-dense text-muted">{t('how')}</p>
    </Panel>
  )
}
