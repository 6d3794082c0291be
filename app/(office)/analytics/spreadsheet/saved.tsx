import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { listAnalyses } from '@/lib/analytics/saved.queries'
import type { Actor } from '@/lib/core/actor'

/** The analyses the office has kept, newest first. */
export async function Saved({ actor }: { actor: Actor }) {
  const [t, format, { analyses, isOwnOnly }] = [
    await getTranslations('savedAnalyses'),
    await dayFormat(),
    await listAnalyses(actor),
  ]
  const dated = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeZone: actor.timeZone })
  return (
    <Panel title={t('title')}>
      <p className="max-w-[70em] text-dense text-muted">{t('lead')}</p>
      {analyses.length === 0 ? (
        <p className="text-muted">{t(isOwnOnly ? 'noneOwn' : 'none')}</p>
      ) : (
        <Table
          label={t('title')}
          rows={analyses}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t('name'),
              cell: ({ id, name }) => (
                <Link className="font-semibold underline" href={`/analytics/spreadsheet/${id}`}>
                  {name}
                </Link>
              ),
            },
            { key: 'file', title: t('file'), cell: ({ fileName }) => fileName },
            { key: 'rows', title: t('rows'), align: 'right', cell: ({ rows }) => rows },
            { key: 'by', title: t('by'), isShort: true, cell: ({ by }) => by },
            { key: 'at', title: t('at'), isShort: true, cell: ({ at }) => dated(at) },
          ]}
        />
      )}
    </Panel>
  )
}
