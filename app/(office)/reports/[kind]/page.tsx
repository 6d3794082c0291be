import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink, buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { mayAsk } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listCreditors } from '@/lib/creditors/queries'
import { reportFormats } from '@/lib/reports/file'
import { type ReportTable, report } from '@/lib/reports/queries'
import { reportIds } from '@/lib/reports/registry'
import { askedOf, fileHref } from './asked'
import { Filters } from './filters'
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
  if (!mayAsk(actor, 'report.get')) notFound()
  const chosen = askedOf(await searchParams)
  const table = await report(actor, { report: id, ...chosen })
  const { creditors } = await listCreditors(actor)
  return (
    <>
      <PageHeader title={t(`name.${id}`)}>
        <ButtonLink href="/reports">{t('back')}</ButtonLink>
        {mayAsk(actor, 'report.export') &&
          reportFormats.map((format) => (
            <a key={format} className={buttonClass('secondary')} href={fileHref(id, chosen, format)} download>
              {t(format)}
            </a>
          ))}
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[70em] text-ink-2">{t(`about.${id}`)}</p>
        <Filters id={id} chosen={chosen} hasPeriod={table.hasPeriod} creditors={creditors} teams={table.teams} />
        {table.rows.length === 0 ? (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        ) : (
          <ReportBody table={table} locale={await getLocale()} label={t(`name.${id}`)} />
        )}
        <Hidden table={table} isWidened={table.hasPeriod && differs(chosen, table)} />
      </div>
    </>
  )
}

const differs = (chosen: { from: string | undefined; to: string | undefined }, { asked }: ReportTable) =>
  (chosen.from ?? null) !== asked.from || (chosen.to ?? null) !== asked.to

async function Hidden({ table: { limit, asked }, isWidened }: { table: ReportTable; isWidened: boolean }) {
  const t = await getTranslations('reports')
  return (
    <p className="max-w-[70em] text-dense text-muted">
      {limit === 0 ? t('exact') : t('small', { limit })}
      {isWidened && ` ${t('quarters', { from: asked.from ?? '…', to: asked.to ?? t('open') })}`}
    </p>
  )
}
