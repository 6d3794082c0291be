import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { blockFilters } from '@/lib/cases/today'
import { today } from '@/lib/cases/today.queries'
import type { Actor } from '@/lib/core/actor'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { radar } from '@/lib/radar/queries'
import { KeepShown } from '../_shown/keep-shown'
import { queryOf } from '../board/query-of'
import { Radar, windows } from './radar'
import { UrgentCase } from './urgent-case'

type Props = { searchParams: Promise<{ days?: string }> }
type Day = Awaited<ReturnType<typeof today>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('board.today'))('title') }
}

/** What asks for attention today, the most urgent first. Who works no cases starts elsewhere. */
export default async function TodayPage({ searchParams }: Props) {
  const [actor, { days: asked }] = [await requireStaff(), await searchParams]
  if (!mayAsk(actor, 'today')) redirect(homeOf(actor))
  const [day, t] = [await today(actor), await getTranslations('board.today')]
  const days = windows.find((each) => String(each) === asked) ?? 14
  const seen = await radar(actor, { days })
  const mayLog = mayDo(actor, 'contact.log')
  const isQuiet = day.blocks.every(({ count }) => count === 0)
  return (
    <>
      <PageHeader title={t('title')} note={civilDates(await getLocale()).ahead(day.today, day.today)}>
        <ButtonLink href="/board">{t('toBoard')}</ButtonLink>
      </PageHeader>
      <div className="grid max-w-[1080px] gap-4 p-5">
        {isQuiet ? (
          <EmptyState
            title={t('noneTitle')}
            text={t('noneText')}
            action={<ButtonLink href="/board">{t('toBoard')}</ButtonLink>}
          />
        ) : (
          <>
            <KeepShown
              place="today"
              href="/today"
              ids={[...new Set(day.blocks.flatMap(({ cards }) => cards.map(({ id }) => id)))]}
            />
            {day.blocks.map((block) => (
              <Block key={block.name} block={block} now={{ today: day.today, timeZone: actor.timeZone }} mayLog={mayLog} />
            ))}
          </>
        )}
        <Radar seen={seen} days={days} />
      </div>
    </>
  )
}

type BlockProps = { block: Day['blocks'][number]; now: { today: string; timeZone: string }; mayLog: boolean }

async function Block({ block, now, mayLog }: BlockProps) {
  const t = await getTranslations('board.today')
  const { name, count, cards } = block
  return (
    <Panel
      title={t(name)}
      aside={
        count > 0 && (
          <Link href={`/cases?${queryOf(blockFilters[name])}`} className="text-primary">
            {t('seeAll', { count })}
          </Link>
        )
      }
    >
      {count === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul className="grid">
          {cards.map((card) => (
            <UrgentCase key={card.id} card={card} now={now} mayLog={mayLog} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const homes = [
  { href: '/analytics', query: 'analytics.get' },
  { href: '/settings', query: 'member.list' },
] as const
const homeOf = (actor: Actor) => homes.find(({ query }) => mayAsk(actor, query))?.href ?? '/settings'
