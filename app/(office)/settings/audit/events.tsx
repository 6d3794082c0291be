import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table } from '@/app/_ui/table'
import type { auditList } from '@/lib/audit/queries'
import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { clockOf, eventWords, whoWords } from '../log-words'
import { NothingLogged } from '../nothing-logged'

type Event = Awaited<ReturnType<typeof auditList>>['events'][number]
type Props = { actor: Actor; events: Event[]; isNarrowed: boolean }

export async function Events({ actor, events, isNarrowed }: Props) {
  const [t, say, who, clock] = [await getTranslations('auditPages'), await eventWords(actor), await whoWords(), clockOf(actor)]
  if (events.length === 0) return <NothingLogged path="/settings/audit" isNarrowed={isNarrowed} textKey="noneFoundText" />
  return (
    <Table
      label={t('auditLead', { zone: actor.timeZone })}
      rows={events}
      rowKey={({ seq }) => String(seq)}
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
        { isShort: true, key: 'who', title: t('who'), cell: (event) => who(event.who) },
        { key: 'what', title: t('what'), cell: ({ event }) => <span className="block min-w-[16em]">{say(event)}</span> },
        {
          key: 'case',
          title: t('kase'),
          cell: (event) => <About event={event} mayOpen={mayAsk(actor, 'case.get')} client={t('clientLink')} />,
        },
        { key: 'seq', title: t('seq'), align: 'right', cell: ({ seq, hash }) => <span title={hash}>{seq}</span> },
      ]}
    />
  )
}

/** The case an event belongs to, or the client; a link for those who may open it. */
function About({ event: { caseId, number, event }, mayOpen, client }: { event: Event; mayOpen: boolean; client: string }) {
  if (number === null && mayOpen && typeof event['clientId'] === 'string')
    return <Away href={`/clients/${event['clientId']}`} text={client} />
  if (number === null || !mayOpen) return <span className="whitespace-nowrap text-muted">{number ?? '—'}</span>
  return <Away href={`/cases/${caseId}`} text={number} />
}

const Away = ({ href, text }: { href: string; text: string }) => (
  <Link className="whitespace-nowrap text-primary" href={href}>
    {text}
  </Link>
)
