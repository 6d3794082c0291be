import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink, buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { isBackwards } from '@/lib/analytics/filter'
import { unitFor } from '@/lib/analytics/periods'
import { leavesTeam } from '@/lib/analytics/small-cells'
import type { Actor } from '@/lib/core/actor'
import { expectMay } from '@/lib/core/expect-may'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listCreditors } from '@/lib/creditors/queries'
import { consentNote, reportFormats } from '@/lib/reports/file'
import { type ReportTable, report } from '@/lib/reports/queries'
import { type ReportId, reportIds } from '@/lib/reports/registry'
import { unlessTooLong } from '@/lib/reports/too-long'
import { askedOf, type Chosen, fileHref } from './asked'
import { Filters } from './filters'
import { Prepare } from './prepare'
import { ReportBody } from './report-body'

type Props = {
  params: Promise<{ kind: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const reportOf = async (params: Props['params']) => {
  const { kind } = await params
  return reportIds.find((id) => id === kind) ?? notFound()
}

export async function generateMetadata({ params }: Props) {
  return { title: (await getTranslations('reports'))(`name.${await reportOf(params)}`) }
}

/** One report: what it counts, the filter, the table, and the files. */
export default async function ReportPage({ params, searchParams }: Props) {
  const [id, actor, t] = [await reportOf(params), await requireStaff(), await getTranslations('reports')]
  await orNotFound(expectMay(actor, 'report.get'))
  const chosen = askedOf(await searchParams)
  if (isBackwards(chosen)) return <Backwards actor={actor} id={id} chosen={chosen} />
  const table = await unlessTooLong(report(actor, { report: id, ...chosen }))
  const isLong = table === undefined || table.isLong
  return (
    <>
      <PageHeader title={t(`name.${id}`)}>
        <ButtonLink href="/reports">{t('back')}</ButtonLink>
        {!isLong && mayAsk(actor, 'report.export') && <Files id={id} chosen={chosen} />}
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[70em] text-ink-2">{t(`about.${id}`)}</p>
        <Chooser actor={actor} id={id} chosen={chosen} table={table} />
        <Body id={id} table={table} chosen={chosen} />
        {mayDo(actor, 'report.prepare') && <Prepare report={id} chosen={chosen} isLong={isLong} />}
      </div>
    </>
  )
}

/** No day is in such a period: its end says so, and there is no table to take for nothing. */
async function Backwards({ actor, id, chosen }: Omit<Shown, 'table'> & { actor: Actor }) {
  const t = await getTranslations('reports')
  const table = await unlessTooLong(report(actor, { report: id, ...chosen, from: null, to: null }))
  return (
    <>
      <PageHeader title={t(`name.${id}`)}>
        <ButtonLink href="/reports">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="p-5">
        <Chooser actor={actor} id={id} chosen={chosen} table={table} />
      </div>
    </>
  )
}

async function Files({ id, chosen }: { id: ReportId; chosen: Chosen }) {
  const t = await getTranslations('reports')
  return reportFormats.map((format) => (
    <a key={format} className={buttonClass('secondary')} href={fileHref(id, chosen, format)} download>
      {t(format)}
    </a>
  ))
}

type Shown = { id: ReportId; chosen: Chosen; table: ReportTable | undefined }

async function Chooser({ actor, id, chosen, table }: Shown & { actor: Actor }) {
  const { creditors } = await listCreditors(actor)
  return <Filters id={id} chosen={chosen} hasPeriod={table?.hasPeriod ?? true} creditors={creditors} teams={table?.teams ?? []} />
}

async function Body({ id, chosen, table }: Shown) {
  const [t, jobs] = [await getTranslations('reports'), await getTranslations('jobs')]
  if (table === undefined) return <EmptyState title={jobs('tooLong')} text={jobs('tooLongText')} />
  return (
    <>
      {table.rows.length === 0 ? (
        <EmptyState title={t('empty')} text={table.isDifferenced ? t('differenced') : t('emptyText')} />
      ) : (
        <ReportBody table={table} locale={await getLocale()} label={t(`name.${id}`)} />
      )}
      <Hidden table={table} isWidened={table.hasPeriod && differs(chosen, table)} />
    </>
  )
}

const differs = (chosen: { from: string | undefined; to: string | undefined }, { asked }: ReportTable) =>
  (chosen.from ?? null) !== asked.from || (chosen.to ?? null) !== asked.to

async function Hidden({ table, isWidened }: { table: ReportTable; isWidened: boolean }) {
  const { limit, asked, about } = table
  const [t, analytics] = [await getTranslations('reports'), await getTranslations('analytics')]
  const inside = about === 'outcomes' ? analytics('leftOutInside') : ''
  return (
    <p className="max-w-[70em] text-dense text-muted">
      {limit === 0 ? t('exact') : t('small', { limit })}
      {leavesTeam(limit) && ` ${t('inFives')}`}
      {` ${consentNote(table, await getLocale()) ?? inside}`}
      {isWidened && ` ${analytics(`whole.${unitFor(limit)}`, { from: asked.from ?? '…', to: asked.to ?? t('open') })}`}
    </p>
  )
}
