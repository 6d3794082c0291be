import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { listContacts } from '@/lib/contacts/queries'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { ContactEntry } from './contact-entry'
import { ContactForm } from './contact-form'
import { Tasks } from './tasks'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('contacts'))('title') }
}

/** What was said with whom, what was promised, and what is to be done. */
export default async function ContactsPage({ params }: Props) {
  const [actor, { caseId }, t] = [await requireStaff(), await params, await getTranslations('contacts')]
  const [view, { contacts, tasks }, format] = [
    await caseView(actor, caseId),
    await listContacts(actor, { caseId }),
    await dayFormat(),
  ]
  const whenOf = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone: actor.timeZone })
  return (
    <CaseFrame view={view} tab="contacts">
      {mayDo(actor, 'contact.log') && (
        <Panel title={t('log')} id="log">
          <ContactForm
            caseId={caseId}
            types={view.evidence.types.filter((type) => type.isActive)}
            hasAuthority={view.client.authorisations.some((paper) => paper.isInForce)}
          />
        </Panel>
      )}
      <Tasks view={view} tasks={tasks} />
      <Panel title={t('title')}>
        {contacts.length === 0 && <EmptyState title={t('empty')} text={t('emptyText')} />}
        <ol className="grid gap-3">
          {contacts.map((contact) => (
            <li key={contact.id} className="border-b border-line pb-3">
              <ContactEntry contact={contact} when={whenOf(contact.at)} />
            </li>
          ))}
        </ol>
      </Panel>
    </CaseFrame>
  )
}
