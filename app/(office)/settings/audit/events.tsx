import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Table } from '@/app/_ui/table'
import type { auditList } from '@/lib/audit/queries'
import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { clockOf, eventWords, whoWords } from '../log-words'

type Event = Awaited<ReturnType<typeof auditList>>['events'][number]
type Props = { actor: Actor; events: Event[]; isNarrowed: boolean }

export async function Events({ actor, events, isNarrowed }: Props) {
  const [t, say, who, clock] = [await getTranslations('auditPages'), await eventWords(actor), await whoWords(), clockOf(actor)]
  if (events.length === 0) return <Nothing isNarrowed={isNarrowed} />
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
        { key: 'who', title: t('who'), cell: (event) => <span className="whitespace-nowrap">{who(event.who)}</span> },
        { key: 'what', title: t('what'), cell: ({ event }) => <span className="block min-w-[16em]">{say(event)}</span> },
        {
          key: 'case',
          title: t('kase'),
          cell: ({ caseId, number }) => <CaseLink caseId={caseId} number={number} isOpen={mayAsk(actor, 'case.get')} />,
        },
        { key: 'seq', title: t('seq'), align: 'right', cell: ({ seq, hash }) => <span title={hash}>{seq}</span> },
      ]}
    />
  )
}

function CaseLink({ caseId, number, isOpen }: { caseId: string | null; number: string | null; isOpen: boolean }) {
  if (number === null || !isOpen) return <span className="whitespace-nowrap text-muted">{number ?? '—'}</span>
  return (
    <Link className="whitespace-nowrap text-primary" href={`/cases/${caseId}`}>
      {number}
    </Link>
  )
}

async function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const t = await getTranslations('auditPages')
  return isNarrowed ? (
    <EmptyState
      title={t('noneFound')}
      text={t('noneFoundText')}
      action={<ButtonLink href="/settings/audit">{t('clear')}</ButtonLink>}
    />
  ) : (
    <EmptyState title={t('empty')} text={t('emptyText')} />
  )
}
