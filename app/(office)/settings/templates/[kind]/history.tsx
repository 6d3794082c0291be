import Link from 'next/link'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { CommandForm } from '@/app/_parts/form/command-form'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import type { getTemplate } from '@/lib/templates/queries'
import { rollBackTemplateAction } from '../actions'

export type Template = Awaited<ReturnType<typeof getTemplate>>
type Version = Template['versions'][number]
type Props = { template: Template; timeZone: string; mayChange: boolean; caseId: string | null }

/** Every version there was: who published it and why, how many letters went out with it, and the way back to it. */
export async function History({ template, timeZone, mayChange, caseId }: Props) {
  const [t, { templates }, spoken] = [await getTranslations('templates'), await getMessages(), await getLocale()]
  const { kind, locale, inUse, versions } = template
  const compareHref = (number: number) =>
    `?${new URLSearchParams({ language: locale, ...(caseId && { case: caseId }), compare: String(number) })}#comparison`
  return (
    <Panel title={t('history')}>
      {mayChange && <p className="text-muted">{t('rollBackText')}</p>}
      <Table
        label={t('history')}
        rows={versions}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'number', title: t('history'), cell: (version) => <Name version={version} inUse={inUse} /> },
          {
            key: 'when',
            title: t('when'),
            cell: ({ publishedAt, by }) =>
              publishedAt === null
                ? t('shipped')
                : t('publishedBy', { day: civilDates(spoken).inText(dayOf(publishedAt, timeZone)), by }),
          },
          { key: 'change', title: t('change'), cell: ({ note }) => noteText(t, note) },
          { key: 'used', title: t('used'), align: 'right', cell: ({ used }) => t('usedCount', { count: used }) },
          {
            key: 'do',
            title: t('actions'),
            align: 'right',
            cell: ({ number }) => (
              <span className="flex items-center justify-end gap-3">
                <Link
                  className="whitespace-nowrap text-primary hover:underline"
                  href={compareHref(number)}
                  aria-label={t('compare', { number })}
                >
                  {t('compareShort')}
                </Link>
                {mayChange && number !== inUse && (
                  <CommandForm
                    action={rollBackTemplateAction}
                    labels={templates.parts}
                    submit={t('rollBack')}
                    look="quiet"
                    className=""
                    hidden={{ kind, locale, 'inUse:int': inUse, 'number:int': number }}
                  />
                )}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  )
}

async function Name({ version: { number, hash }, inUse }: { version: Version; inUse: number }) {
  const t = await getTranslations('templates')
  return (
    <span className="flex items-center gap-2 whitespace-nowrap" title={t('fingerprint', { hash })}>
      <b>{t('version', { number })}</b>
      {number === inUse && <Pill tone="ok">{t('inUse')}</Pill>}
    </span>
  )
}

/** A restored wording says of which version it is, in the reader's language. */
function noteText(t: Awaited<ReturnType<typeof getTranslations<'templates'>>>, note: string) {
  const from = /^v(\d+)$/.exec(note)?.[1]
  return from === undefined ? note : t('rollBackNote', { number: from })
}
