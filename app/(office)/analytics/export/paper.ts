import { getLocale, getTranslations } from 'next-intl/server'
import { rules } from '@/lib/analysis/rules'
import { fill } from '@/lib/analysis/warnings'
import type { analyticsExport } from '@/lib/analytics/queries'
import { localOf } from '@/lib/contacts/local-instant'
import { catalogueVersion } from '@/lib/factors/catalogue'
import { messages } from '@/lib/i18n/catalogue'
import type { Paper, PaperBlock } from '@/lib/platform/paper'
import { isCompared } from '../compared'
import { countsText, emptyOf } from '../counts-text'
import { percent } from '../in-figures'
import { leftOutText } from '../left-out-text'
import { factorName, speakersHere } from '../level-name'
import { limits } from '../limits'
import { methodText } from '../method-text'
import { warningTexts } from '../warning-text'
import { figureItems } from './figure-items'
import { filterText, type Named, periodText } from './filter-text'
import { drawnOf, forestBlock } from './forest-block'
import { ratesBlock } from './rates-block'

export type Shown = Awaited<ReturnType<typeof analyticsExport>>
type Maker = { name: string; organisationName: string; timeZone: string }
export type PaperOrder = { made: Date; maker: Maker; creditors: Named['creditors'] }

/** The page as a report: what it is of, its figures, what goes with approval, the rates, and how all of it came about. */
export async function paperOf(view: Shown, order: PaperOrder): Promise<Paper> {
  const [t, locale] = [await getTranslations('analytics'), await getLocale()]
  return {
    layout: 'report',
    language: locale,
    title: t('title'),
    reference: `${order.maker.organisationName} · ${t('title')}${view.data.hash === '' ? '' : ` · ${view.data.hash.slice(0, 12)}`}`,
    blocks: [
      { kind: 'callout', title: t('howToRead'), text: t('caveat') },
      { kind: 'facts', rows: await factsOf(view, order) },
      ...(view.funnel.sent === 0 ? [await nothing(view)] : await figuresIn(view)),
      ...(await provenance(view)),
    ],
  }
}

async function factsOf(view: Shown, { made, maker, creditors }: PaperOrder): Promise<[string, string][]> {
  const [t, own] = [await getTranslations('analytics'), await getTranslations('analyticsReport')]
  return [
    [own('office'), maker.organisationName],
    [t('notes.filter'), await filterText(view.asked, { creditors, teams: view.teams })],
    [own('period'), await periodText(view.asked)],
    [t('notes.funnel'), await countsText(view)],
    [own('leftOut'), await leftOutText(view)],
    [t('notes.madeAt'), `${localOf(made, maker.timeZone).replace('T', ' ')} (${maker.timeZone})`],
    [t('notes.madeBy'), maker.name],
  ]
}

async function nothing({ why, asked }: Shown): Promise<PaperBlock> {
  const t = await getTranslations('analytics')
  return { kind: 'paragraph', text: t(why === null ? emptyOf(asked) : `unanswered.${why}`) }
}

async function figuresIn(view: Shown): Promise<PaperBlock[]> {
  const [t, own, speakers] = [await getTranslations('analytics'), await getTranslations('analyticsReport'), await speakersHere()]
  const whole = view.rate?.estimate == null ? '' : own('wholeRate', { rate: percent(view.rate.estimate) })
  const note = [own('ratesNote'), whole, t('small', { limit: view.limit })].filter(Boolean).join(' ')
  return [
    { kind: 'figures', items: await figureItems(view) },
    ...(await comparisons(view)),
    { kind: 'heading', text: t('factors') },
    ratesBlock(view, { speakers, interval: own('interval'), note }),
  ]
}

/** The odds ratios, or why there are none. */
async function comparisons(view: Shown): Promise<PaperBlock[]> {
  const [t, own, speakers] = [await getTranslations('analytics'), await getTranslations('analyticsReport'), await speakersHere()]
  const { rate, method, why } = view
  if (rate === null || rate.n < rules.decided || Math.min(rate.events, rate.n - rate.events) < rules.perOutcome)
    return [{ kind: 'paragraph', text: t('few', { n: rules.decided, each: rules.perOutcome }) }]
  if (method === null) return [{ kind: 'paragraph', text: t(`unanswered.${why ?? 'slow'}`) }]
  const drawn = drawnOf(view)
  const said = await warningTexts(view.warnings)
  return [
    { kind: 'heading', text: t(`ratio.${drawn}`) },
    forestBlock(view.findings, { drawn, speakers, note: own('forestNote') }),
    ...notCompared(view, speakers),
    { kind: 'note', text: await methodText(method) },
    ...(said.length === 0 ? [] : [{ kind: 'list' as const, title: own('notes'), items: said }]),
  ]
}

function notCompared({ findings }: Shown, speakers: Awaited<ReturnType<typeof speakersHere>>): PaperBlock[] {
  const names = findings
    .filter(({ contrasts }) => !contrasts.some(isCompared))
    .map(({ column, verdict }) => `${factorName(column, speakers)}${verdict === 'refused' ? speakers.t('refusedMark') : ''}`)
  if (names.length === 0) return []
  return [{ kind: 'note', text: `${speakers.t('notCompared')}${names.join(speakers.t('comma'))}` }]
}

async function provenance({ limit, data }: Shown): Promise<PaperBlock[]> {
  const [t, own, locale] = [await getTranslations('analytics'), await getTranslations('analyticsReport'), await getLocale()]
  const values: Record<string, number> = rules
  const thresholds = Object.entries(messages[locale].analysis.rules)
  return [
    { kind: 'heading', text: own('provenance') },
    {
      kind: 'facts',
      rows: [
        [t('notes.unit'), t('unit')],
        [t('notes.small'), t('small', { limit })],
        [own('rounded'), own('roundedText')],
        [t('notes.method'), t('method', { version: catalogueVersion })],
        [t('notes.catalogue'), t('catalogueVersion', { version: catalogueVersion })],
        [own('hash'), own('hashText', { n: data.rows.length, hash: data.hash || '—' })],
      ],
    },
    {
      kind: 'table',
      caption: t('rulesTitle'),
      columns: [
        { title: t('rule'), align: 'right', share: 1 },
        { title: t('reason'), align: 'left', share: 9 },
      ],
      rows: thresholds.map(([key, sentence]) => {
        const value = String(values[key])
        return [value, fill(sentence, { value })]
      }),
      total: [],
    },
    { kind: 'list', title: t('limitsTitle'), items: limits.map((key) => t(`limits.${key}`)) },
  ]
}
