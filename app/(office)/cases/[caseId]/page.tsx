import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { Panel } from '@/app/_ui/panel'
import { requireStaff } from '@/lib/core/session'
import { CaseFrame } from './_frame/case-frame'
import { type CaseView, caseView } from './_frame/case-view'
import { Offered } from './_frame/offered'
import { Timeline } from './timeline'
import { TriageForm } from './triage-form'

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ show?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('casePage'))('tab.overview') }
}

/** Where the case stands, and what has happened so far. */
export default async function CasePage({ params, searchParams }: Props) {
  const [actor, { caseId }, { show }] = [await requireStaff(), await params, await searchParams]
  const view = await caseView(actor, caseId)
  return (
    <CaseFrame view={view} tab="overview">
      <Triage view={view} />
      <Timeline view={view} show={show} />
    </CaseFrame>
  )
}

async function Triage({ view }: { view: CaseView }) {
  const { kase } = view
  const [t, words, shell] = [await getTranslations('casePage'), await getTranslations('words'), await getTranslations('shell')]
  if (kase.triage !== null && kase.stage !== 'INTAKE') return null
  return (
    <Panel title={t('triage')} id="triage">
      <p>
        {kase.triage === null
          ? t('triageNone')
          : shell('pair', { name: words(`triage.${kase.triage}`), value: kase.triageReason })}
      </p>
      {kase.stage !== 'CLOSED' && (
        <Offered view={view} command="case.triage">
          <Disclosure label={t('triageSet')} isOpen={kase.triage === null}>
            <TriageForm caseId={kase.id} version={kase.version} />
          </Disclosure>
        </Offered>
      )}
    </Panel>
  )
}
