import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { localOf } from '@/lib/contacts/local-instant'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { listProtection } from '@/lib/protection/queries'
import { NotYours, Settings, settingsTitle } from '../frame'
import { unlessForbidden } from '../unless-forbidden'
import { AssessmentForm } from './assessment-form'
import { Clocks } from './clocks'
import { IncidentForm } from './incident-form'
import { newest } from './newest'

export const generateMetadata = () => settingsTitle('protection')

type Ledger = Awaited<ReturnType<typeof listProtection>>

/** What the office assessed before it used data, and what went wrong with them. */
export default async function ProtectionPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('protection')]
  const ledger = await unlessForbidden(listProtection(actor))
  return (
    <Settings actor={actor} tab="protection">
      {ledger === undefined ? (
        <NotYours />
      ) : (
        <>
          <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
          <Assessments rows={newest(ledger.assessments)} />
          <Incidents rows={newest(ledger.incidents)} />
          {mayDo(actor, 'protection.assess') && <Forms actor={actor} />}
          <p>
            <a href="/settings/protection/export" download className="text-primary underline">
              {t('export')}
            </a>
          </p>
        </>
      )}
    </Settings>
  )
}

const recordLink = (id: string, title: string) => (
  <a href={`/settings/protection/${id}`} className="block min-w-[10em] font-medium text-primary underline">
    {title}
  </a>
)

async function Assessments({ rows }: { rows: Ledger['assessments'] }) {
  const t = await getTranslations('protection')
  return (
    <section className="grid gap-2">
      <h2 className="text-section font-semibold">{t('assessments')}</h2>
      {rows.length === 0 && <p className="text-muted">{t('noAssessments')}</p>}
      {rows.length > 0 && (
        <Table
          label={t('assessments')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', title: t('field.title'), cell: ({ id, title }) => recordLink(id, title) },
            { key: 'cause', title: t('field.cause'), cell: ({ cause }) => t(`cause.${cause}`) },
            { key: 'level', title: t('field.level'), cell: ({ level }) => t(`level.${level}`) },
            { key: 'decision', title: t('field.decision'), cell: ({ decision }) => t(`decision.${decision}`) },
            { key: 'decidedOn', title: t('field.decidedOn'), isShort: true, cell: ({ decidedOn }) => decidedOn },
            { key: 'reviewOn', title: t('field.reviewOn'), isShort: true, cell: ({ reviewOn }) => reviewOn },
            { key: 'version', title: t('field.version'), align: 'right', cell: ({ version }) => version },
          ]}
        />
      )}
    </section>
  )
}

async function Incidents({ rows }: { rows: Ledger['incidents'] }) {
  const t = await getTranslations('protection')
  return (
    <section className="grid gap-2">
      <h2 className="text-section font-semibold">{t('incidents')}</h2>
      {rows.length === 0 && <p className="text-muted">{t('noIncidents')}</p>}
      {rows.length > 0 && (
        <Table
          label={t('incidents')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', title: t('field.title'), cell: ({ id, title }) => recordLink(id, title) },
            { key: 'people', title: t('field.people'), align: 'right', cell: ({ people }) => people },
            { key: 'clocks', title: t('clocks'), cell: ({ clocks }) => <Clocks clocks={clocks} /> },
            {
              key: 'state',
              title: t('field.isClosed'),
              cell: ({ isClosed }) => <Pill tone={isClosed ? 'ok' : 'wait'}>{t(isClosed ? 'closed' : 'open')}</Pill>,
            },
            { key: 'version', title: t('field.version'), align: 'right', cell: ({ version }) => version },
          ]}
        />
      )}
    </section>
  )
}

async function Forms({ actor }: { actor: Actor }) {
  const t = await getTranslations('protection')
  const [title, purpose, legalBasis] = [t('template.title'), t('template.purpose'), t('template.legalBasis')]
  const [necessity, risk, measures] = [t('template.necessity'), t('template.risk'), t('template.measures')]
  const decidedOn = civilDateIn(now(), actor.timeZone)
  const model = { title, purpose, legalBasis, necessity, risk, measures, level: 'MEDIUM', decision: 'GO_WITH_MEASURES' }
  return (
    <>
      <Disclosure label={t('newAssessment')} id="assess">
        <Panel title={t('newAssessment')}>
          <AssessmentForm given={{ ...model, decidedOn }} />
        </Panel>
      </Disclosure>
      <Disclosure label={t('newIncident')} id="report">
        <Panel title={t('newIncident')}>
          <IncidentForm given={{ foundAt: localOf(now(), actor.timeZone) }} />
        </Panel>
      </Disclosure>
    </>
  )
}
