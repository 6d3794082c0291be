import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { orNotFound } from '@/app/_parts/or-not-found'
import { Button, ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { TextField } from '@/app/_ui/field'
import { PageHeader } from '@/app/_ui/page-header'
import { Table } from '@/app/_ui/table'
import { clientCursor, listClients } from '@/lib/clients/queries'
import { expectMay } from '@/lib/core/expect-may'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('clients') }
}

/** Finding somebody comes first; the list below is who was registered lately, or who was found. */
export default async function ClientsPage({ searchParams }: Props) {
  const [actor, t, given] = [await requireStaff(), await getTranslations('people'), await searchParams]
  // An address that was cut short starts at the beginning.
  const [q, before] = [textIn(given['q']) ?? '', clientCursor.safeParse(given['before']).data]
  await orNotFound(expectMay(actor, 'client.list'))
  const { clients, next } = await listClients(actor, { q: q.slice(0, 80), before })
  return (
    <>
      <PageHeader title={t('clients')}>
        {mayDo(actor, 'import.start') && <ButtonLink href="/clients/import">{t('importTable')}</ButtonLink>}
        {mayDo(actor, 'client.create') && (
          <ButtonLink look="primary" href="/clients/new">
            {t('newClient')}
          </ButtonLink>
        )}
      </PageHeader>
      <div className="grid gap-4 p-5">
        <search>
          <form method="get" aria-label={t('searchTitle')} className="flex max-w-[560px] flex-wrap items-end gap-2">
            <div className="min-w-0 flex-1">
              <TextField name="q" type="search" label={t('searchTitle')} hint={t('searchHint')} defaultValue={q} maxLength={80} />
            </div>
            <Button type="submit">{t('find')}</Button>
          </form>
        </search>
        {clients.length === 0 ? (
          <Nobody searched={q !== ''} />
        ) : (
          <Found clients={clients} searched={q !== ''} zone={actor.timeZone} />
        )}
        {next !== null && <ButtonLink href={`/clients?${new URLSearchParams({ q, before: next })}`}>{t('more')}</ButtonLink>}
      </div>
    </>
  )
}

async function Nobody({ searched }: { searched: boolean }) {
  const t = await getTranslations('people')
  const action = searched ? <ButtonLink href="/clients">{t('clear')}</ButtonLink> : undefined
  return searched ? (
    <EmptyState title={t('noneTitle')} text={t('noneText')} action={action} />
  ) : (
    <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
  )
}

type Row = Awaited<ReturnType<typeof listClients>>['clients'][number]

async function Found({ clients, searched, zone }: { clients: Row[]; searched: boolean; zone: string }) {
  const [t, civil] = [await getTranslations('people'), civilDates(await getLocale())]
  const title = searched ? t('foundTitle') : t('recent')
  return (
    <section className="grid gap-2">
      <h2 className="text-section font-semibold">{title}</h2>
      <Table
        label={title}
        rows={clients}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            title: t('field.name'),
            cell: (row) => (
              <Link className="font-medium text-primary" href={`/clients/${row.id}`}>
                {row.maskedName}
              </Link>
            ),
          },
          { isShort: true, key: 'phone', title: t('field.phone'), cell: (row) => row.phone ?? '—' },
          { key: 'cases', title: t('openCases'), align: 'right', cell: (row) => row.openCases },
          { isShort: true, key: 'since', title: t('registered'), cell: (row) => civil.inColumn(dayOf(row.createdAt, zone)) },
        ]}
      />
    </section>
  )
}

/** What an address says once; said twice it says nothing. */
const textIn = (given: string | string[] | undefined) => (typeof given === 'string' ? given : undefined)
