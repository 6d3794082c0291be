import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { Pill } from '@/app/_ui/pill'
import type { listContacts } from '@/lib/contacts/queries'

export type ContactView = Awaited<ReturnType<typeof listContacts>>['contacts'][number]

/** One contact: what the client can see carries a coloured edge and the word; everything else is internal. */
export async function ContactEntry({ contact, when }: { contact: ContactView; when: string }) {
  const [t, words, locale] = [await getTranslations('contacts'), await getTranslations('words'), await getLocale()]
  const numbers = [
    contact.numberDialled !== '' && t('dialled', { number: contact.numberDialled }),
    contact.agentNumber !== '' && t('agent', { number: contact.agentNumber }),
  ].filter(Boolean)
  return (
    <div className={`grid gap-1 ${contact.isClientVisible ? 'border-l-4 border-info pl-3' : ''}`}>
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-dense text-muted">{when}</span>
        <Pill tone="talk">{words(`channel.${contact.channel}`)}</Pill>
        <b>
          {words(`counterpart.${contact.counterpart}`)} · {words(`contactPurpose.${contact.purpose}`)}
        </b>
        <span className="text-dense text-muted">{numbers.join(' · ')}</span>
        {contact.isClientVisible && <Pill tone="info">{t('clientVisible')}</Pill>}
      </p>
      <p className="whitespace-pre-line">{contact.summary}</p>
      <p className="flex flex-wrap gap-3 text-dense text-muted">
        {contact.promisedReplyBy !== null && (
          <span className="text-talk">{t('promise', { date: civilDates(locale).inText(contact.promisedReplyBy) })}</span>
        )}
        {contact.by !== null && t('by', { name: contact.by })}
      </p>
    </div>
  )
}
