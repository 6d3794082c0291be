import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Pill, type Tone } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import type { AccessKind } from '@/db/vocabulary'
import type { accessList } from '@/lib/audit/queries'
import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { clockOf, whoWords } from '../log-words'
import { NothingLogged } from '../nothing-logged'
import { accessWords } from './access-words'

type Line = Awaited<ReturnType<typeof accessList>>['lines'][number]

const tones: Record<AccessKind, Tone> = { denied: 'bad', view: 'neutral', reveal: 'wait', export: 'info', download: 'info' }

export async function Lines({ actor, lines, isNarrowed }: { actor: Actor; lines: Line[]; isNarrowed: boolean }) {
  const [t, say, who, clock] = [await getTranslations('auditPages'), await accessWords(), await whoWords(), clockOf(actor)]
  if (lines.length === 0) return <NothingLogged path="/settings/access" isNarrowed={isNarrowed} textKey="accessNoneText" />
  return (
    <Table
      label={t('accessLead', { zone: actor.timeZone })}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'at',
          title: t('at'),
          cell: ({ at }) => (
            <time dateTime={at} className="whitespace-nowrap">
              {clock(at)}
            </time>
          ),
        },
        { isShort: true, key: 'who', title: t('who'), cell: (line) => who(line.who) },
        {
          isShort: true,
          key: 'kind',
          title: t('kind'),
          cell: ({ kind }) => <Pill tone={tones[kind]}>{t(`accessKind.${kind}`)}</Pill>,
        },
        { key: 'what', title: t('what'), cell: ({ what }) => <span className="block min-w-[14em]">{say(what)}</span> },
        { key: 'object', title: t('object'), cell: (line) => <Reached line={line} actor={actor} /> },
      ]}
    />
  )
}

/** The case or client a line is about, as a link for those who may open it; otherwise its id. */
function Reached({ line: { what, object, clientId }, actor }: { line: Line; actor: Actor }) {
  const target = what === 'case' ? `/cases/${object}` : clientId === null ? undefined : `/clients/${clientId}`
  if (object.startsWith('/'))
    return (
      <code className="line-clamp-2 break-all" title={object}>
        {object}
      </code>
    )
  const text = (object || clientId || '').slice(0, 8)
  if (text === '') return '—'
  if (target === undefined || !mayAsk(actor, 'case.get')) return <code title={object}>{text}</code>
  return (
    <Link className="text-primary" href={target} title={object}>
      <code>{text}</code>
    </Link>
  )
}
