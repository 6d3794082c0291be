import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { pauseScheduleAction, removeScheduleAction } from './actions'

type Props = { schedule: { scheduleId: string; version: number; isPaused: boolean } }

/** Pausing and letting go on at once; removing after a word on what stays. */
export async function ChangeSchedule({ schedule: { scheduleId, version, isPaused } }: Props) {
  const t = await getTranslations('reportSchedules')
  const form = { labels: {}, className: '', keeps: true } as const
  return (
    <span className="flex flex-wrap items-start gap-2">
      <CommandForm
        {...form}
        action={pauseScheduleAction}
        hidden={{ scheduleId, 'version:int': version, 'isPaused:yes': isPaused ? 'no' : 'yes' }}
        submit={isPaused ? t('goOn') : t('pause')}
        look="secondary"
      />
      <details>
        <summary className="inline-flex min-h-8 cursor-pointer items-center px-2 text-ink-2">{t('remove')}</summary>
        <div className="grid max-w-[20em] gap-2 pt-2">
          <p className="text-muted">{t('removeHint')}</p>
          <CommandForm {...form} action={removeScheduleAction} hidden={{ scheduleId }} submit={t('remove')} look="danger" />
        </div>
      </details>
    </span>
  )
}
