import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ConsentPurpose } from '@/db/vocabulary'
import { localOf } from '@/lib/contacts/local-instant'
import { listContacts } from '@/lib/contacts/queries'
import { listCreditors } from '@/lib/creditors/queries'
import { channelsFor } from '@/lib/evidence/file-channels'
import { whyNotSent } from '@/lib/evidence/sendable'
import { listProposals } from '@/lib/proposals/queries'
import type { CaseView } from '../_frame/case-view'
import { BundleForm } from './bundle-form'

/** The form for a bundle, or what has to be there first and where to get it. */
export async function SendBundle({ view }: { view: CaseView }) {
  const t = await getTranslations('bundles')
  const { kase, client, evidence, actor } = view
  if (!isGiven(view, 'SHARE_WITH_CREDITOR')) return <ConsentFirst clientId={client.id} />
  const files = evidence.items.filter((item) => item.mayOpen && whyNotSent(item) === undefined)
  if (files.length === 0) return <p className="text-muted">{t('nothingToSend')}</p>
  const { creditors } = await listCreditors(actor)
  const known = creditors.find(({ id }) => id === kase.creditor.id)?.contacts ?? []
  const addresses = known.filter(({ channel }) => channelsFor({ files: files.length }).includes(channel))
  if (addresses.length === 0) return <p className="text-muted">{t(known.length === 0 ? 'noContact' : 'noFileContact')}</p>
  const { contacts } = await listContacts(actor, { caseId: kase.id })
  const { proposals } = await listProposals(actor, { caseId: kase.id })
  return (
    <BundleForm
      caseId={kase.id}
      recipient={kase.creditor.legalName}
      files={files.map(({ id, code, label, fileName, isSensitive }) => ({ id, code, name: label || fileName, isSensitive }))}
      types={evidence.types}
      needsSensitive={!isGiven(view, 'SENSITIVE')}
      addresses={addresses.map(({ id, channel, value }) => ({ id, channel, value }))}
      contacts={contacts
        .filter(({ counterpart }) => counterpart === 'CREDITOR')
        .slice(0, 10)
        .map(({ id, at, summary }) => ({
          id,
          text: `${localOf(new Date(at), actor.timeZone).replace('T', ' ')} ${summary.slice(0, 30)}`,
        }))}
      versions={proposals.filter(({ sentAt }) => sentAt !== null).map(({ id, number }) => ({ id, number }))}
    />
  )
}

/** Agreed to, and not taken back; where a lender is named, this one. */
const isGiven = ({ client, kase }: CaseView, wanted: ConsentPurpose) =>
  client.consents.some(
    ({ purpose, withdrawnAt, creditorId }) =>
      purpose === wanted && withdrawnAt === null && (creditorId === null || creditorId === kase.creditor.id),
  )

/** No consent, no bundle: what to tell the client, and where their answer is recorded. */
async function ConsentFirst({ clientId }: { clientId: string }) {
  const t = await getTranslations('bundles')
  return (
    <div className="grid gap-2 rounded-m bg-wait-bg px-3 py-2 text-wait">
      <p className="font-semibold">{t('consentMissing')}</p>
      <p className="text-dense">{t('consentHow')}</p>
      <p>
        <Link href={`/clients/${clientId}#consents`}>{t('consentLink')}</Link>
      </p>
    </div>
  )
}
