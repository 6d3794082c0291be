import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import { reportFormats } from '@/lib/reports/file'
import type { ReportId } from '@/lib/reports/registry'
import { prepareReportAction } from '../actions'
import type { Chosen } from './asked'

/** Asks for the same report as a file that is made without waiting. */
export async function Prepare({ report, chosen, isLong }: { report: ReportId; chosen: Chosen; isLong: boolean }) {
  const [t, { jobs }, locale] = [await getTranslations('jobs'), await getMessages(), await getLocale()]
  return (
    <div className="no-print">
      <Panel title={t('prepareTitle')}>
        <p className="max-w-[60em] text-muted">{t(isLong ? 'longText' : 'prepareText')}</p>
        <CommandForm
          action={prepareReportAction}
          labels={jobs.label}
          hidden={{ report, ...chosen, locale }}
          submit={t('prepare')}
          look={isLong ? 'primary' : 'secondary'}
          className="flex flex-wrap items-end gap-3"
        >
          <FormSelect name="format" options={reportFormats.map((value) => ({ value, label: t(`format.${value}`) }))} />
        </CommandForm>
      </Panel>
    </div>
  )
}
