import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { FormTicks } from '@/app/_parts/form/ticks'
import { Panel } from '@/app/_ui/panel'
import { locales } from '@/db/vocabulary'
import { reportPeriods } from '@/db/vocabulary-jobs'
import { reportFormats } from '@/lib/reports/file'
import { reportIds } from '@/lib/reports/registry'
import { addScheduleAction } from './actions'
import { beatWords } from './beat-words'
import { beatName, beats } from './beats'

/** Which report, for which period, when, as what, for whom. */
export async function AddSchedule({ readers }: { readers: readonly { userId: string; name: string }[] }) {
  const [t, names, { reportSchedules }] = [
    await getTranslations('reportSchedules'),
    await getTranslations('reports'),
    await getMessages(),
  ]
  const [when, locale] = [await beatWords(), await getLocale()]
  return (
    <Panel title={t('add')}>
      <CommandForm
        action={addScheduleAction}
        labels={reportSchedules.label}
        submit={t('save')}
        className="grid max-w-[60em] gap-4"
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <FormSelect name="report" options={reportIds.map((id) => ({ value: id, label: names(`name.${id}`) }))} />
          <FormSelect name="beat" options={beats.map((beat) => ({ value: beatName(beat), label: when(beat) }))} />
          <FormSelect
            name="period"
            hint={t('periodHint')}
            defaultValue="LAST_MONTH"
            options={reportPeriods.map((value) => ({ value, label: t(`period.${value}`) }))}
          />
          <div className="grid content-start gap-3 grid-cols-2">
            <FormSelect
              name="format"
              defaultValue="xlsx"
              options={reportFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
            />
            <FormSelect
              name="locale"
              defaultValue={locale}
              options={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
            />
          </div>
        </div>
        <FormTicks
          name="recipients"
          hint={t('recipientsHint')}
          options={readers.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      </CommandForm>
    </Panel>
  )
}
