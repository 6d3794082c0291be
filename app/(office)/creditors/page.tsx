import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listCreditors } from '@/lib/creditors/queries'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { CreditorPanel } from './creditor-panel'
import { AddCreditor } from './forms'

type Props = { searchParams: Promise<{ show?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('creditorPages'))('title') }
}

/** Who lends what and how to reach them; every fact with its source and the day it was looked up. */
export default async function CreditorsPage({ searchParams }: Props) {
  const [actor, t, { show }] = [await requireStaff(), await getTranslations('creditorPages'), await searchParams]
  const { creditors } = await listCreditors(actor)
  const stale = creditors.filter(({ contacts }) => contacts.some((contact) => contact.isStale))
  const shown = show === 'stale' ? stale : creditors
  const may = {
    addProduct: mayDo(actor, 'product.add'),
    keepContacts: mayDo(actor, 'creditorContact.verify'),
    seePlaybook: mayAsk(actor, 'creditor.playbook'),
  }
  const today = civilDateIn(now(), actor.timeZone)
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { count: creditors.length })}>
        <ButtonLink href="/creditors/referrals">{(await getTranslations('referrals'))('title')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        <Freshness count={countStale(stale)} isNarrowed={show === 'stale'} />
        {shown.length === 0 && <Nothing isNarrowed={creditors.length > 0} />}
        {shown.map((creditor) => (
          <CreditorPanel key={creditor.id} creditor={creditor} may={may} today={today} />
        ))}
        {mayDo(actor, 'creditor.add') && (
          <Disclosure label={t('addCreditor')} id="add">
            <Panel title={t('addCreditor')}>
              <AddCreditor today={today} />
            </Panel>
          </Disclosure>
        )}
      </div>
    </>
  )
}

type Creditors = Awaited<ReturnType<typeof listCreditors>>['creditors']

const countStale = (creditors: Creditors) =>
  creditors.flatMap(({ contacts }) => contacts).filter((contact) => contact.isStale).length

/** How many contacts have to be looked at again, and the way to see only those. */
async function Freshness({ count, isNarrowed }: { count: number; isNarrowed: boolean }) {
  const t = await getTranslations('creditorPages')
  return (
    <p
      className={`flex flex-wrap items-center gap-3 rounded-m px-4 py-2 ${count > 0 ? 'bg-wait-bg text-wait' : 'bg-ok-bg text-ok'}`}
    >
      {t('staleCount', { count })}
      {count > 0 && !isNarrowed && <ButtonLink href="/creditors?show=stale">{t('onlyStale')}</ButtonLink>}
      {isNarrowed && <ButtonLink href="/creditors">{t('showAll')}</ButtonLink>}
    </p>
  )
}

async function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const t = await getTranslations('creditorPages')
  return isNarrowed ? (
    <EmptyState title={t('allFresh')} text={t('allFreshText')} />
  ) : (
    <EmptyState title={t('empty')} text={t('emptyText')} />
  )
}
