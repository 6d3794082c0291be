import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { expectMay } from '@/lib/core/expect-may'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { type ReportId, reportIds, reports } from '@/lib/reports/registry'
import { listSchedules } from '@/lib/reports/schedule.queries'
import { AddSchedule } from './add-schedule'
import { beatWords } from './beat-words'
import { ChangeSchedule } from './change-schedule'

export const generateMetadata = async () => ({ title: (await getTranslations('reportSchedules'))('title') })

type Schedule = Awaited<ReturnType<typeof listSchedules>>['schedules'][number]

/** Which reports are made by themselves, when and for whom. */
export default async function SchedulesPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('reportSchedules')]
  await orNotFound(expectMay(actor, 'reportSchedule.list'))
  const { schedules, readers } = await listSchedules(actor)
  const mayChange = mayDo(actor, 'reportSchedule.add')
  return (
    <>
      <PageHeader title={t('title')}>
        <ButtonLink href="/reports">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        {schedules.length === 0 ? (
          <EmptyState title={t('empty')} text={mayChange ? t('emptyText') : ''} />
        ) : (
          <Schedules schedules={schedules} mayChange={mayChange} />
        )}
        {mayChange && <AddSchedule readers={readers} />}
      </div>
    </>
  )
}

async function Schedules({ schedules, mayChange }: { schedules: Schedule[]; mayChange: boolean }) {
  const [t, names, when] = [await getTranslations('reportSchedules'), await getTranslations('reports'), await beatWords()]
  const civil = civilDates(await getLocale())
  const idOf = (report: string): ReportId | undefined => reportIds.find((id) => id === report)
  const nameOf = (report: string) => {
    const id = idOf(report)
    return id === undefined ? report : names(`name.${id}`)
  }
  const periodOf = ({ report, period }: Schedule) => {
    const id = idOf(report)
    return id !== undefined && reports[id].hasPeriod ? t(`period.${period}`) : t('noPeriod')
  }
  const fileOf = ({ format, locale }: Schedule) => `${format.toUpperCase()} · ${t(`language.${locale}`)}`
  return (
    <Table
      label={t('list')}
      rows={schedules}
      rowKey={({ scheduleId }) => scheduleId}
      columns={[
        {
          key: 'report',
          title: t('report'),
          cell: (schedule) => (
            <span className="grid min-w-[8em]">
              <span className="font-medium">{nameOf(schedule.report)}</span>
              <span className="text-muted">{periodOf(schedule)}</span>
            </span>
          ),
        },
        { key: 'when', title: t('when'), isShort: true, cell: (schedule) => when(schedule) },
        {
          key: 'next',
          title: t('next'),
          isShort: true,
          cell: ({ nextOn }) => (nextOn === null ? <Pill>{t('paused')}</Pill> : civil.inColumn(nextOn)),
        },
        {
          key: 'recipients',
          title: t('recipients'),
          cell: ({ recipients }) => <span className="block min-w-[8em]">{recipients.filter(Boolean).join(t('and'))}</span>,
        },
        { key: 'file', title: t('file'), isShort: true, cell: fileOf },
        ...(mayChange
          ? [{ key: 'change', title: t('change'), cell: (schedule: Schedule) => <ChangeSchedule schedule={schedule} /> }]
          : []),
      ]}
    />
  )
}
