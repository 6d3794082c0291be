import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinkTabs } from '@/app/_ui/link-tabs'
import type { CaseView } from './case-view'
import { CaseHeader } from './header'
import { NextAction } from './next-action'
import { StageSteps } from './stage-steps'
import { Summary } from './summary'
import { whatWasTakenBack } from './taken-back'

export const caseTabs = [
  'overview',
  'money',
  'evidence',
  'proposals',
  'letters',
  'contacts',
  'messages',
  'repayment',
  'fallback',
  'conduct',
  'history',
] as const
export type CaseTab = (typeof caseTabs)[number]

/** What the client took back stops the case: whoever opens it is told before anything else. */
async function Stopped({ view: { client, kase } }: { view: CaseView }) {
  const t = await getTranslations('casePage')
  const said = whatWasTakenBack(client.consents, kase.stage)
  if (said === undefined) return null
  return (
    <p role="status" className="rounded-m bg-wait-bg px-3 py-2 text-wait">
      {t(said)}
    </p>
  )
}

/** A page of a case: who and what on top, the stages, what comes next, the tabs, and the summary beside. */
export async function CaseFrame({ view, tab, children }: { view: CaseView; tab: CaseTab; children: ReactNode }) {
  const t = await getTranslations('casePage')
  const base = `/cases/${view.kase.id}`
  const tabs = caseTabs.map((name) => ({
    href: name === 'overview' ? base : `${base}/${name}`,
    text: labelOf(name),
    isCurrent: name === tab,
  }))
  return (
    <>
      <CaseHeader view={view} />
      <div className="grid gap-4 p-5">
        <StageSteps view={view} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_300px]">
          <div className="grid min-w-0 gap-4">
            <Stopped view={view} />
            <NextAction view={view} />
            <LinkTabs label={t('tabs')} tabs={tabs} />
            {children}
          </div>
          <Summary view={view} />
        </div>
      </div>
    </>
  )

  function labelOf(name: CaseTab) {
    const { required, verified } = view.evidence.completeness
    return name === 'evidence' ? `${t(`tab.${name}`)} ${verified}/${required}` : t(`tab.${name}`)
  }
}
