import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { LineName, LineState } from '@/app/_parts/evidence-line'
import { Facts, Panel } from '@/app/_ui/panel'
import { nameIn } from '@/lib/creditors/names'
import { daysBetween } from '@/lib/platform/dates'
import { Assign } from './assign'
import type { CaseView } from './case-view'
import { Surplus } from './surplus'

/** The few facts one looks for on every visit. */
export async function Summary({ view }: { view: CaseView }) {
  const [t, words, locale] = [await getTranslations('casePage'), await getTranslations('words'), await getLocale()]
  const { kase, client } = view
  const day = (at: string) => civilDates(locale).inColumn(dayOf(at, view.actor.timeZone))
  const [statement] = client.statements
  const facts: [string, ReactNode][] = [
    [t('owner'), kase.owner.name],
    [t('creditor'), nameIn(locale, kase.creditor.legalName)],
    [t('owed'), <Owed key="owed" kase={kase} />],
    [t('overdueDays'), <Late key="late" kase={kase} today={view.today} />],
    [t('surplus'), <Surplus key="surplus" disposable={statement?.disposable} paidElsewhere={kase.paidElsewhere} />],
    [t('hardship'), kase.hardshipType === null ? '—' : words(`hardship.${kase.hardshipType}`)],
    [t('firstNotice'), kase.firstHardshipContactAt === null ? '—' : day(kase.firstHardshipContactAt)],
    [t('opened'), day(kase.openedAt)],
  ]
  return (
    <div className="grid gap-4">
      <Panel title={t('summary')}>
        <Facts facts={facts} />
        {kase.goal !== '' && <p className="text-dense text-ink-2">{kase.goal}</p>}
        <Link href={`/clients/${client.id}`} className="text-primary">
          {t('goToClient')}
        </Link>
        <Assign view={view} />
      </Panel>
      <Papers view={view} />
    </div>
  )
}

type Owing = Pick<CaseView['kase'], 'owed' | 'isPaidOff' | 'owedOn' | 'planPaid'>

/** What the bill says is owed; what was paid since stands beside it, as only the next bill tells what it settled. Paid off, nothing. */
async function Owed({ kase: { owed, isPaidOff, owedOn, planPaid } }: { kase: Owing }) {
  const [t, locale] = [await getTranslations('casePage'), await getLocale()]
  return (
    <>
      <b>{yuan(owed)}</b>
      {isPaidOff && <p className="text-meta text-ok">{t('paidOff')}</p>}
      {owedOn !== null && <p className="text-meta text-muted">{t('owedOn', { date: civilDates(locale).inText(owedOn) })}</p>}
      {planPaid !== null && <p className="text-meta text-muted">{t('planPaid', { amount: yuan(planPaid) })}</p>}
    </>
  )
}

async function Late({ kase, today }: { kase: Pick<CaseView['kase'], 'oldestDueOn' | 'isPaidUp'>; today: string }) {
  const t = await getTranslations('casePage')
  const { oldestDueOn: since, isPaidUp } = kase
  if (isPaidUp) return t('notLate')
  if (since === null) return <span className="text-wait">{t('lateUnknown')}</span>
  const days = daysBetween(since, today)
  return days > 0 ? <b className="text-bad">{t('days', { days })}</b> : t('notLate')
}

/** Consent, authority and required evidence: each with what it is and the way to it. */
async function Papers({ view: { kase, client, evidence } }: { view: CaseView }) {
  const t = await getTranslations('casePage')
  const agreed = client.consents.some(({ purpose, withdrawnAt }) => purpose === 'PROCESSING' && withdrawnAt === null)
  const authorised = client.authorisations.some((paper) => paper.isInForce)
  const { required, verified } = evidence.completeness
  return (
    <Panel title={t('evidence')} aside={`${verified} / ${required}`}>
      <ul className="grid gap-1">
        {evidence.checklist
          .filter((line) => line.required)
          .map((line) => (
            <li key={`${line.hardship}${line.group}`} className="flex items-baseline justify-between gap-2">
              <LineName options={line.options} types={evidence.types} />
              <LineState line={line} />
            </li>
          ))}
      </ul>
      <Facts
        facts={[
          [t('consentState'), <Held key="c" isHeld={agreed} href={`/clients/${client.id}#consents`} />],
          [t('authority'), <Held key="a" isHeld={authorised} href={`/clients/${client.id}#authorisation`} />],
        ]}
      />
      <Link href={`/cases/${kase.id}/evidence`} className="text-primary">
        {t('tab.evidence')}
      </Link>
    </Panel>
  )
}

async function Held({ isHeld, href }: { isHeld: boolean; href: string }) {
  const t = await getTranslations('casePage')
  return (
    <Link href={href} className={isHeld ? 'text-ok' : 'text-wait'}>
      {isHeld ? t('yes') : t('no')}
    </Link>
  )
}
