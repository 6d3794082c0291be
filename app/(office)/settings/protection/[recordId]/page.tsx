import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { Disclosure } from '@/app/_parts/disclosure'
import { orNotFound } from '@/app/_parts/or-not-found'
import { Facts, Panel } from '@/app/_ui/panel'
import { localOf } from '@/lib/contacts/local-instant'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { messages } from '@/lib/i18n/catalogue'
import { clockHours } from '@/lib/protection/clocks'
import { toldOf } from '@/lib/protection/notice.queries'
import { listProtection } from '@/lib/protection/queries'
import { Settings, settingsTitle } from '../../frame'
import { AssessmentForm } from '../assessment-form'
import { Clocks } from '../clocks'
import { assessmentFacts, incidentFacts } from '../facts'
import { IncidentForm } from '../incident-form'
import { TellForm } from '../tell-form'
import { ToldPanel } from '../told-panel'

type Props = { params: Promise<{ recordId: string }> }
type Ledger = Awaited<ReturnType<typeof listProtection>>

export const generateMetadata = () => settingsTitle('protection')

/** One record: how it stands, every version of it, and the form for the next. */
export default async function RecordPage({ params }: Props) {
  const [actor, t, { recordId }] = [await requireStaff(), await getTranslations('protection'), await params]
  const ledger = await orNotFound(listProtection(actor))
  const assessments = ledger.assessments.filter(({ id }) => id === recordId)
  const incidents = ledger.incidents.filter(({ id }) => id === recordId)
  if (assessments.length + incidents.length === 0) notFound()
  return (
    <Settings actor={actor} tab="protection">
      <p>
        <a href="/settings/protection" className="text-primary underline">
          ← {t('back')}
        </a>
      </p>
      <Assessed actor={actor} versions={assessments} />
      <Happened actor={actor} versions={incidents} />
    </Settings>
  )
}

async function Assessed({ actor, versions }: { actor: Actor; versions: Ledger['assessments'] }) {
  const [t, latest] = [await getTranslations('protection'), versions.at(-1)]
  if (latest === undefined) return null
  const { id: recordId, version } = latest
  return (
    <>
      <Panel title={latest.title} aside={t('kept', { date: latest.keptUntil })}>
        <Written facts={await assessmentFacts(latest)} />
      </Panel>
      {mayDo(actor, 'protection.assess') && (
        <Disclosure label={t('revise')}>
          <Panel title={t('revise')}>
            <AssessmentForm given={latest} of={{ recordId, version }} />
          </Panel>
        </Disclosure>
      )}
      <Versions versions={await Promise.all(versions.map(async (one) => ({ ...one, facts: await assessmentFacts(one) })))} />
    </>
  )
}

async function Happened({ actor, versions }: { actor: Actor; versions: Ledger['incidents'] }) {
  const [t, latest] = [await getTranslations('protection'), versions.at(-1)]
  if (latest === undefined) return null
  const { id: recordId, version } = latest
  const foundAt = localOf(new Date(latest.foundAt), actor.timeZone)
  return (
    <>
      <Panel title={latest.title} aside={t(latest.isClosed ? 'closed' : 'open')}>
        <Clocks clocks={latest.clocks} />
        <p className="text-meta text-muted">{t('clockNote', clockHours)}</p>
        <Written facts={await incidentFacts(latest)} />
      </Panel>
      {mayDo(actor, 'protection.report') && (
        <Disclosure label={t('revise')}>
          <Panel title={t('revise')}>
            <IncidentForm given={{ ...latest, foundAt }} of={{ recordId, version }} />
          </Panel>
        </Disclosure>
      )}
      {mayDo(actor, 'protection.tell') && (
        <Disclosure label={t('tell.open')} id="tell">
          <Panel title={t('tell.open')}>
            <TellForm given={noticeFrom(latest)} of={{ recordId, version }} />
          </Panel>
        </Disclosure>
      )}
      <ToldPanel told={await toldOf(actor, { recordId })} />
      <Versions versions={await Promise.all(versions.map(async (one) => ({ ...one, facts: await incidentFacts(one) })))} />
    </>
  )
}

/** What the office wrote for itself is where the notice begins; both languages know what helps after any incident. */
const noticeFrom = ({ what, harm, measures }: Ledger['incidents'][number]) => ({
  zh: { what, harm, done: measures, advice: messages['zh-CN'].protection.tell.advice },
  en: { advice: messages.en.protection.tell.advice },
})

type Fact = readonly [label: string, value: string]

/** Long texts under their names. */
const Written = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="grid max-w-[60em] gap-2">
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt className="text-meta text-muted">{label}</dt>
        <dd className="whitespace-pre-wrap">{value}</dd>
      </div>
    ))}
  </dl>
)

type Version = { version: number; by: string; savedAt: string; facts: readonly Fact[] }

async function Versions({ versions }: { versions: readonly Version[] }) {
  const [t, format] = [await getTranslations('protection'), await dayFormat()]
  const at = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Panel title={t('versions')}>
      <Facts
        facts={versions.map(({ version, by, savedAt }) => [
          t('version', { version }),
          t('savedBy', { name: by, at: at(savedAt) }),
        ])}
      />
      {versions.slice(0, -1).map(({ version, facts }) => (
        <details key={version}>
          <summary className="cursor-pointer">{t('version', { version })}</summary>
          <Written facts={facts} />
        </details>
      ))}
    </Panel>
  )
}
