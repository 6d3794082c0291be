import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { requireStaff } from '@/lib/core/session'
import { exportFormats, exportKinds } from '@/lib/exports/kinds'

export async function generateMetadata() {
  return { title: (await getTranslations('exports'))('title') }
}

/** What can be taken along: tables for Excel and WPS. */
export default async function ReportsPage() {
  await requireStaff()
  const t = await getTranslations('exports')
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        <div className="grid gap-4 md:grid-cols-3">
          {exportKinds.map((kind) => (
            <Panel key={kind} title={t(`kind.${kind}`)}>
              <p className="text-muted">{t(`about.${kind}`)}</p>
              <p className="flex gap-2">
                {exportFormats.map((format) => (
                  <a key={format} className={buttonClass('secondary')} href={`/reports/${kind}/export?format=${format}`} download>
                    {t(format)}
                    <span className="sr-only"> {t(`kind.${kind}`)}</span>
                  </a>
                ))}
              </p>
            </Panel>
          ))}
        </div>
      </div>
    </>
  )
}
