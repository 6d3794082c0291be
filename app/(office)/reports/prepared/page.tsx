import { after } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { CommandForm } from '@/app/_parts/form/command-form'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink, buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { localOf } from '@/lib/contacts/local-instant'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { listJobs } from '@/lib/jobs/queries'
import { beginNow } from '@/lib/jobs/work.job'
import { cancelJobAction, retryJobAction } from '../actions'
import { KeepLooking } from '../keep-looking'
import { Progress } from '../progress'
import { jobWords } from './job-words'

export const generateMetadata = async () => ({ title: (await getTranslations('jobs'))('title') })

type Job = Awaited<ReturnType<typeof listJobs>>['jobs'][number]

/** What somebody has had made in the background, and how far it is. What still waits is begun as soon as this page is sent. */
export default async function PreparedPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('jobs')]
  await orNotFound(expectMay(actor, 'job.list'))
  const { jobs } = await listJobs(actor)
  const isGoing = jobs.some(({ state }) => state === 'WAITING' || state === 'RUNNING')
  if (isGoing) after(() => beginNow(actor.organisationId))
  return (
    <>
      <PageHeader title={t('title')}>
        <ButtonLink href="/reports">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        {isGoing && <KeepLooking />}
        {jobs.length === 0 ? (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        ) : (
          <Jobs jobs={jobs} timeZone={actor.timeZone} />
        )}
      </div>
    </>
  )
}

const tones = { WAITING: 'neutral', RUNNING: 'wait', DONE: 'ok', FAILED: 'bad', CANCELLED: 'neutral' } as const

async function Jobs({ jobs, timeZone }: { jobs: Job[]; timeZone: string }) {
  const [t, words] = [await getTranslations('jobs'), await jobWords()]
  return (
    <Table
      label={t('title')}
      rows={jobs}
      rowKey={({ jobId }) => jobId}
      columns={[
        {
          key: 'what',
          title: t('what'),
          cell: ({ spec, at }) => (
            <span className="grid gap-0.5">
              <span className="font-medium">{words(spec)}</span>
              <time dateTime={at} className="text-muted">
                {localOf(new Date(at), timeZone).replace('T', ' ')}
              </time>
            </span>
          ),
        },
        { key: 'progress', title: t('progress'), cell: (job) => <HowFar job={job} /> },
        { key: 'result', title: t('result'), cell: (job) => <Result job={job} timeZone={timeZone} /> },
      ]}
    />
  )
}

const stepNames = ['read', 'write', 'keep'] as const

async function HowFar({ job: { jobId, state, step, steps, failure } }: { job: Job }) {
  const t = await getTranslations('jobs')
  if (state === 'RUNNING') {
    const name = t(`steps.${stepNames[step] ?? 'keep'}`)
    const now = Math.min(step + 1, steps)
    return <Progress id={`progress-${jobId}`} step={step} steps={steps} text={t('step', { now, steps, name })} />
  }
  return (
    <span className="grid min-w-[5em] gap-1">
      <Pill tone={tones[state]}>{t(`state.${state}`)}</Pill>
      {failure !== null && <span className="max-w-[32em] text-ink-2">{t(`failure.${failure}`)}</span>}
    </span>
  )
}

async function Result({ job: { jobId, state, hasFile, keptUntil }, timeZone }: { job: Job; timeZone: string }) {
  const [t, civil] = [await getTranslations('jobs'), civilDates(await getLocale())]
  const form = { labels: {}, hidden: { jobId }, className: '', quiet: true, keeps: true, look: 'secondary' as const }
  if (state === 'WAITING' || state === 'RUNNING') return <CommandForm {...form} action={cancelJobAction} submit={t('cancel')} />
  if (state !== 'DONE') return <CommandForm {...form} action={retryJobAction} submit={t('retry')} />
  if (!hasFile || keptUntil === null) return <span className="text-muted">{t('gone')}</span>
  return (
    <span className="flex flex-wrap items-center gap-2">
      <a className={buttonClass('primary')} href={`/api/v1/jobs/${jobId}/file`} download>
        {t('download')}
      </a>
      <span className="text-muted">{t('kept', { day: civil.inText(dayOf(keptUntil, timeZone)) })}</span>
    </span>
  )
}
