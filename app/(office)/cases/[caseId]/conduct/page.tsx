import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { orNotFound } from '@/app/_parts/or-not-found'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { listConduct } from '@/lib/conduct/queries'
import { localOf } from '@/lib/contacts/local-instant'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { Entry } from './entry'
import { LogForm } from './log-form'

type Params = { params: Promise<{ caseId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('conduct'))('title') }
}

/** How the creditor and its collectors behaved, contact by contact, judged by the dated rule table. */
export default async function ConductPage({ params }: Params) {
  const [actor, { caseId }] = [await requireStaff(), await params]
  const t = await getTranslations('conduct')
  const view = await caseView(actor, caseId)
  const { entries, rules } = await orNotFound(listConduct(actor, { caseId }))
  const mayComplain = mayAsk(actor, 'conduct.complaint')
  return (
    <CaseFrame view={view} tab="conduct">
      {mayDo(actor, 'conduct.log') && (
        <Disclosure label={t('log')} isOpen={entries.length === 0} id="log">
          <Panel title={t('log')}>
            <p className="max-w-[60em] text-muted">{t('lead')}</p>
            <LogForm view={view} latest={localOf(now(), actor.timeZone)} />
          </Panel>
        </Disclosure>
      )}
      {entries.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <Panel title={t('title')}>
          <ul className="grid gap-3">
            {entries.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                complaintHref={mayComplain ? `/cases/${caseId}/conduct/${entry.id}` : undefined}
              />
            ))}
          </ul>
        </Panel>
      )}
      <Rules rules={rules} />
    </CaseFrame>
  )
}

type RuleRow = Awaited<ReturnType<typeof listConduct>>['rules'][number]

async function Rules({ rules }: { rules: RuleRow[] }) {
  const [t, civil] = [await getTranslations('conduct'), civilDates(await getLocale())]
  return (
    <details className="rounded-m bg-surface p-4 shadow-1">
      <summary className="cursor-pointer">{t('table')}</summary>
      <div className="mt-3 grid gap-2">
        <p className="max-w-[60em] text-muted">{t('tableText')}</p>
        <Table
          label={t('table')}
          rows={rules}
          rowKey={({ rule }) => rule}
          columns={[
            { key: 'rule', title: t('ruleName'), cell: ({ rule }) => t(`rule.${rule}`) },
            { key: 'source', title: t('source'), cell: ({ instrument }) => t(`instrument.${instrument}`) },
            {
              key: 'from',
              title: t('from'),
              cell: ({ from }) => <span className="whitespace-nowrap">{civil.inColumn(from)}</span>,
            },
            { key: 'grade', title: t('grade'), cell: ({ certainty }) => certainty },
          ]}
        />
        <p className="text-dense text-muted">{t('grades')}</p>
      </div>
    </details>
  )
}
