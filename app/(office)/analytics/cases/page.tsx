import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { analyticsCases, isPlace } from '@/lib/analytics/cases.queries'
import { shownAs } from '@/lib/analytics/levels'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { filterOf, hrefWith, unknownIn } from '../asked'
import { factorName, levelName, type Speakers, speakersHere, stratumName } from '../level-name'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('analytics'))('behind.title') }
}

/** The decided cases behind one row of the factor table, as far as the reader may see them. */
export default async function CasesBehindPage({ searchParams }: Props) {
  const [actor, params, speakers, locale] = [await requireStaff(), await searchParams, await speakersHere(), await getLocale()]
  const [factor, level] = [textOf(params['factor']), textOf(params['level'])]
  await orNotFound(expectMay(actor, 'analytics.cases'))
  if (shownAs(factor) === undefined || unknownIn(params).length > 0) notFound()
  const { t } = speakers
  const after = placeIn(params['after'])
  const filter = filterOf(params)
  const found = await orNotFound(analyticsCases(actor, { ...filter, factor, level, after }))
  const { cases, next, elsewhere, imported } = found
  return (
    <>
      <PageHeader
        title={t('behind.group', { factor: factorName(factor, speakers), level: levelName(factor, level, speakers) })}
        note={countsText(found, speakers)}
      >
        <ButtonLink href={hrefWith('/analytics', filter)}>{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-3 p-5">
        {!!imported && <p className="text-muted">{t('behind.imported', { n: imported })}</p>}
        {!!elsewhere && <p className="text-muted">{t('behind.elsewhere', { n: elsewhere })}</p>}
        {cases.length === 0 ? (
          <EmptyState title={t('behind.empty')} text={t(next === null ? 'behind.emptyText' : 'behind.emptySoFar')} />
        ) : (
          <Table
            label={t('behind.title')}
            rows={cases}
            rowKey={({ id, sentOn }) => `${id} ${sentOn}`}
            columns={[
              {
                isShort: true,
                key: 'number',
                title: t('behind.number'),
                cell: ({ id, number }) => <Link href={`/cases/${id}`}>{number}</Link>,
              },
              { key: 'client', title: t('behind.client'), cell: ({ client }) => client },
              { key: 'stratum', title: t('stratum'), cell: ({ stratum }) => stratumName(stratum, locale) },
              { isShort: true, key: 'sent', title: t('behind.sent'), cell: ({ sentOn }) => sentOn },
              {
                key: 'approval',
                title: t('behind.approval'),
                cell: ({ approval }) => <Pill tone={approval === 'approved' ? 'ok' : 'bad'}>{t(`approval.${approval}`)}</Pill>,
              },
            ]}
          />
        )}
        <Earlier after={next} href={(place) => hrefWith('/analytics/cases', filter, { factor, level, after: place })} />
      </div>
    </>
  )
}

type Counted = Pick<Awaited<ReturnType<typeof analyticsCases>>, 'n' | 'approved' | 'isFew'>

/** How many there are, or why they are not counted. */
function countsText({ n, approved, isFew }: Counted, { t }: Speakers) {
  if (isFew) return t('hidden')
  return n === null || approved === null ? t('behind.many') : t('behind.counts', { n, approved })
}

/** The way to the page after this one, if there is one. */
async function Earlier({ after, href }: { after: string | null; href: (place: string) => string }) {
  const t = await getTranslations('analytics')
  if (after === null) return null
  return (
    <p>
      <ButtonLink href={href(after)}>{t('behind.earlier')}</ButtonLink>
    </p>
  )
}

/** Where the page before ended; anything else begins at the newest. */
const placeIn = (value: string | string[] | undefined) => (typeof value === 'string' && isPlace(value) ? value : undefined)

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
