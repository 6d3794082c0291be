import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkTabs } from '@/app/_ui/link-tabs'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { rules } from '@/lib/analysis/rules'
import { isBackwards } from '@/lib/analytics/filter'
import { unitFor } from '@/lib/analytics/periods'
import { analytics } from '@/lib/analytics/queries'
import { leavesTeam } from '@/lib/analytics/small-cells'
import type { AnalyticsView } from '@/lib/analytics/view'
import type { Actor } from '@/lib/core/actor'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listCreditors } from '@/lib/creditors/queries'
import { catalogueVersion } from '@/lib/factors/catalogue'
import {
  casesHref,
  countedOver,
  type Filter,
  filterOf,
  type Linked,
  type Plotted,
  plotted,
  plottedOf,
  unknownIn,
  viewHref,
} from './asked'
import { isCompared } from './compared'
import { countsText, emptyOf } from './counts-text'
import { Deciles } from './deciles'
import { FactorTable } from './factor-table'
import { Figures } from './figures'
import { Filters } from './filters'
import { FindingsTable } from './findings-table'
import { leftOutText } from './left-out-text'
import { factorName, speakersHere } from './level-name'
import { MethodLine } from './method-line'
import { Printed } from './printed'
import { WarningList } from './warning-list'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Gathering = Awaited<ReturnType<typeof analytics>>['gathering']
type Shown = { view: AnalyticsView; filter: Filter; ratio: Plotted; linked: Linked }

export async function generateMetadata() {
  return { title: (await getTranslations('analytics'))('title') }
}

/** What goes with approval, said no louder than the counts allow. */
export default async function AnalyticsPage({ searchParams }: Props) {
  const [actor, t, params] = [await requireStaff(), await getTranslations('analytics'), await searchParams]
  const filter = filterOf(params)
  const [ratio, unknown] = [plottedOf(params), unknownIn(params)]
  if (hasNoAnswer(filter, unknown)) return <Unanswerable actor={actor} filter={filter} ratio={ratio} unknown={unknown} />
  const view = await orNotFound(analytics(actor, filter))
  const [leftOut, { creditors }] = [await leftOutText(view), await listCreditors(actor)]
  const linked = mayAsk(actor, 'analytics.cases') ? casesHref(countedOver(filter, view.asked)) : null
  return (
    <>
      <PageHeader title={t('title')} note={await countsText(view)}>
        {mayDo(actor, 'history.start') && (
          <ButtonLink href="/analytics/history">{(await getTranslations('history'))('link')}</ButtonLink>
        )}
        <ButtonLink href="/analytics/spreadsheet">{(await getTranslations('spreadsheet'))('link')}</ButtonLink>
      </PageHeader>
      <div className="print-wide grid gap-4 p-5 print:block print:space-y-4 print:p-0">
        <p className="rounded-m bg-wait-bg px-4 py-3 text-wait">
          <b>{t('howToRead')}</b>
          {t('caveat')}
        </p>
        <Printed asked={view.asked} named={{ creditors, teams: view.teams }} actor={actor} />
        <Filters chosen={filter} ratio={ratio} creditors={creditors} teams={view.teams} />
        {asksOtherwise(filter, view.asked) && (
          <p className="text-muted">
            {t(`whole.${unitFor(view.limit)}`, { from: view.asked.from ?? '…', to: view.asked.to ?? '…' })}
          </p>
        )}
        <Gathered gathering={view.gathering} />
        {view.funnel.sent === 0 && view.why === null && (
          <EmptyState title={t(emptyOf(view.asked))} text={`${t(`${emptyOf(view.asked)}Text`)} ${leftOut}`} />
        )}
        {view.funnel.sent > 0 && (
          <>
            <Figures view={view} />
            <Findings view={view} filter={filter} ratio={ratio} linked={linked} />
            <Shares view={view} linked={linked} leftOut={leftOut} />
          </>
        )}
      </div>
    </>
  )
}

const hasNoAnswer = (filter: Filter, unknown: readonly unknown[]) => isBackwards(filter) || unknown.length > 0

type UnanswerableProps = { actor: Actor; filter: Filter; ratio: Plotted; unknown: readonly (keyof Filter)[] }

/** No day is in such a period, or no such value is known: that is said, and there are no figures to take for what was meant. */
async function Unanswerable({ actor, filter, ratio, unknown }: UnanswerableProps) {
  const t = await getTranslations('analytics')
  const { teams } = await orNotFound(analytics(actor, countedOver(filter, { from: null, to: null })))
  const { creditors } = await listCreditors(actor)
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid gap-4 p-5">
        <Filters chosen={filter} ratio={ratio} creditors={creditors} teams={teams} />
        {unknown.length > 0 && (
          <p role="alert" className="rounded-m bg-wait-bg px-4 py-3 text-wait">
            {t('unknownFilter', { names: unknown.map((name) => t(name)).join(t('comma')) })}
          </p>
        )}
      </div>
    </>
  )
}

/** How far the background is with a large office, or since when its figures stand. The page asks again by itself, without script. */
async function Gathered({ gathering }: { gathering: Gathering }) {
  const t = await getTranslations('analytics')
  if (gathering === null) return null
  if ('asOf' in gathering) {
    const at = (await dayFormat()).dateTime(new Date(gathering.asOf), { dateStyle: 'short', timeStyle: 'short' })
    return <p className="text-dense text-muted">{t('asOf', { at })}</p>
  }
  const { done, total } = gathering
  return (
    <>
      <meta httpEquiv="refresh" content="5" />
      <p role="status" className="rounded-m bg-info-bg px-4 py-3 text-info">
        {t('gathering', { done, total: total === 0 ? '…' : total })}
      </p>
    </>
  )
}

/** Periods are widened, which has to be said. */
const asksOtherwise = (filter: Filter, asked: { from: string | null; to: string | null }) =>
  (filter.from ?? null) !== asked.from || (filter.to ?? null) !== asked.to

async function Findings({ view, filter, ratio, linked }: Shown) {
  const t = await getTranslations('analytics')
  const { rate } = view
  if (rate === null || rate.n < rules.decided || Math.min(rate.events, rate.n - rate.events) < rules.perOutcome)
    return <p className="rounded-m bg-info-bg px-4 py-3 text-info">{t('few', { n: rules.decided, each: rules.perOutcome })}</p>
  if (view.method === null)
    return <p className="rounded-m bg-info-bg px-4 py-3 text-info">{t(`unanswered.${view.why ?? 'slow'}`)}</p>
  return (
    <Panel title={t(`ratio.${ratio}`)}>
      <LinkTabs
        label={t('views')}
        tabs={plotted.map((one) => ({ href: viewHref(filter, one), text: t(`column.${one}`), isCurrent: one === ratio }))}
      />
      <FindingsTable findings={view.findings} view={ratio} linked={linked} />
      <NotCompared view={view} />
      <WarningList warnings={view.warnings} />
      <MethodLine method={view.method} filter={filter} />
      <Deciles deciles={view.method.quality?.deciles ?? []} />
    </Panel>
  )
}

/** Factors with too few at every level, in one line instead of a row each. */
async function NotCompared({ view: { findings } }: { view: AnalyticsView }) {
  const speakers = await speakersHere()
  const names = findings
    .filter(({ contrasts }) => !contrasts.some(isCompared))
    .map(({ column, verdict }) => `${factorName(column, speakers)}${verdict === 'refused' ? speakers.t('refusedMark') : ''}`)
  if (names.length === 0) return null
  return (
    <p className="text-dense">
      <b className="font-semibold">{speakers.t('notCompared')}</b>
      {names.join(speakers.t('comma'))}
    </p>
  )
}

async function Shares({ view: { factors, limit }, linked, leftOut }: Pick<Shown, 'view' | 'linked'> & { leftOut: string }) {
  const t = await getTranslations('analytics')
  return (
    <section className="grid gap-2">
      <h2 className="text-section font-semibold">{t('factors')}</h2>
      <FactorTable factors={factors} linked={linked} />
      <p className="max-w-[80em] text-dense text-muted">
        {t('unit')} {leftOut} {t('small', { limit })} {leavesTeam(limit) && `${t('inFives')} `}
        {t('method', { version: catalogueVersion })}
      </p>
    </section>
  )
}
