import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import type { Actor } from '@/lib/core/actor'
import { requireStaff } from '@/lib/core/session'
import { nameIn } from '@/lib/creditors/names'
import { fewest, type Shown } from '@/lib/creditors/playbook'
import { creditorPlaybook } from '@/lib/creditors/playbook.queries'
import { listCreditors } from '@/lib/creditors/queries'

type Params = { params: Promise<{ creditorId: string }> }
type Playbook = Awaited<ReturnType<typeof creditorPlaybook>>

export async function generateMetadata() {
  return { title: (await getTranslations('playbook'))('link') }
}

/** What this office's own cases tell about a creditor, each figure with what it rests on. */
export default async function PlaybookPage({ params }: Params) {
  const [actor, { creditorId }] = [await requireStaff(), await params]
  const [t, book] = [await getTranslations('playbook'), await orNotFound(creditorPlaybook(actor, { creditorId }))]
  const { creditors } = await listCreditors(actor)
  const creditor = nameIn(await getLocale(), creditors.find(({ id }) => id === creditorId)?.shortName ?? '')
  return (
    <>
      <PageHeader title={t('title', { creditor })}>
        <ButtonLink href="/creditors">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead', { fewest })}</p>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Figure title={t('replyDays')} shown={book.replyDays} tell={(value) => t('replyText', inWords(value, days))} />
          <Figure title={t('countered')} shown={book.countered} tell={(value) => t('counteredText', inShare(value))} />
          <Grants grants={book.grants} />
          <Figure title={t('other')} shown={book.other} tell={(value) => t('otherText', inShare(value))} />
          <Documents documents={book.documents} types={book.types} locale={await getLocale()} />
        </div>
      </div>
    </>
  )
}

type Quartiles = NonNullable<Playbook['replyDays']['value']>
type Share = NonNullable<Playbook['countered']['value']>

const days = (value: number) => value.toFixed(1).replace(/\.0$/, '')
const percent = (value: number) => `${(value * 100).toFixed(0)}%`
const inShare = ({ count, share, wilson: [low, high] }: Share) => ({
  ...{ count, share: percent(share), low: percent(low), high: percent(high) },
})
const inWords = ({ low, median, high }: Quartiles, say: (value: number) => string) => ({
  ...{ low: say(low), median: say(median), high: say(high) },
})

type FigureProps<Value> = { title: string; shown: Shown<Value>; tell: (value: Value) => ReactNode }

function Figure<Value>({ title, shown, tell }: FigureProps<Value>) {
  return (
    <Panel title={title} aside={<Sample shown={shown} />}>
      {shown.value === null ? <Few n={shown.n} /> : <p>{tell(shown.value)}</p>}
    </Panel>
  )
}

async function Sample({ shown }: { shown: Pick<Shown<unknown>, 'n'> }) {
  const t = await getTranslations('playbook')
  return <span className="text-dense text-muted">{t('sample', { n: shown.n })}</span>
}

async function Few({ n }: { n: number }) {
  const t = await getTranslations('playbook')
  return <p className="text-muted">{t('few', { n, fewest })}</p>
}

async function Grants({ grants }: { grants: Playbook['grants'] }) {
  const [t, words] = [await getTranslations('playbook'), await getTranslations('words')]
  const few = grants.filter(({ value }) => value === null).map(({ relief, n }) => `${words(`relief.${relief}`)} ${n}`)
  return (
    <Panel title={t('grants')}>
      {grants.length === 0 && <p className="text-muted">{t('noGrants')}</p>}
      <ul className="grid gap-2">
        {grants.map(
          ({ relief, n, value }) =>
            value !== null && (
              <li key={relief} className="grid gap-0.5 border-b border-line pb-2 last:border-0">
                <span className="flex flex-wrap items-baseline gap-2">
                  <b>{words(`relief.${relief}`)}</b> <Sample shown={{ n }} />
                </span>
                <span>{t('grantsText', inWords(value, percent))}</span>
              </li>
            ),
        )}
      </ul>
      {few.length > 0 && <p className="text-dense text-muted">{t('fewGrants', { fewest, list: few.join(' · ') })}</p>}
    </Panel>
  )
}

type Asked = { documents: Playbook['documents']; types: Playbook['types']; locale: Actor['locale'] }

async function Documents({ documents, types, locale }: Asked) {
  const t = await getTranslations('playbook')
  const nameOf = (code: string) => {
    const type = types.find((one) => one.code === code)
    return (locale === 'en' ? type?.nameEn : type?.nameZh) ?? code
  }
  return (
    <Panel title={t('documents')} aside={<Sample shown={documents} />}>
      {documents.value === null && <Few n={documents.n} />}
      {documents.value?.length === 0 && <p className="text-muted">{t('noDocuments', { fewest })}</p>}
      <ul className="grid gap-1">
        {documents.value?.map(({ code, ...asked }) => (
          <li key={code}>
            <b>{nameOf(code)}</b> {t('documentsText', inShare(asked))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
