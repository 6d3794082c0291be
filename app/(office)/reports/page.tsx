import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink, buttonClass } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { expectMay } from '@/lib/core/expect-may'
import { mayAsk } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { exportFormats, exportKinds } from '@/lib/exports/kinds'
import { reportIds, reports } from '@/lib/reports/registry'

export async function generateMetadata() {
  return { title: (await getTranslations('reports'))('title') }
}

/** Every report with the question it answers, and the tables of single records. */
export default async function ReportsPage() {
  const [actor, t, exports] = [await requireStaff(), await getTranslations('reports'), await getTranslations('exports')]
  if (!mayAsk(actor, 'report.get') && mayAsk(actor, 'reportSchedule.list')) redirect('/reports/schedules')
  await orNotFound(expectMay(actor, 'report.get'))
  const [jobs, schedules] = [await getTranslations('jobs'), await getTranslations('reportSchedules')]
  return (
    <>
      <PageHeader title={t('title')}>
        {mayAsk(actor, 'reportSchedule.list') && <ButtonLink href="/reports/schedules">{schedules('title')}</ButtonLink>}
        {mayAsk(actor, 'job.list') && <ButtonLink href="/reports/prepared">{jobs('toList')}</ButtonLink>}
      </PageHeader>
      <div className="grid gap-5 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        {(['work', 'outcomes'] as const).map((about) => (
          <Reports key={about} about={about} />
        ))}
        {mayAsk(actor, 'export.table') && (
          <section className="grid gap-3">
            <h2 className="text-section font-semibold">{t('tables')}</h2>
            <p className="max-w-[60em] text-dense text-muted">{exports('lead')}</p>
            <div className="grid gap-4 md:grid-cols-3">
              {exportKinds.map((kind) => (
                <Panel key={kind} title={exports(`kind.${kind}`)}>
                  <p className="text-muted">{exports(`about.${kind}`)}</p>
                  <p className="flex gap-2">
                    {exportFormats.map((format) => (
                      <a
                        key={format}
                        className={buttonClass('secondary')}
                        href={`/reports/${kind}/export?format=${format}`}
                        download
                      >
                        {exports(format)}
                        <span className="sr-only"> {exports(`kind.${kind}`)}</span>
                      </a>
                    ))}
                  </p>
                </Panel>
              ))}
            </div>
          </section>
        )}
      </div>
    </>
  )
}

async function Reports({ about }: { about: 'work' | 'outcomes' }) {
  const t = await getTranslations('reports')
  return (
    <section className="grid gap-3">
      <h2 className="text-section font-semibold">{t(about)}</h2>
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {reportIds
          .filter((id) => reports[id].about === about)
          .map((id) => (
            <li key={id} className="grid content-start gap-1 rounded-m bg-surface p-4 shadow-1">
              <Link href={`/reports/${id}`} className="font-semibold">
                {t(`name.${id}`)}
              </Link>
              <p className="text-dense text-muted">{t(`about.${id}`)}</p>
            </li>
          ))}
      </ul>
    </section>
  )
}
