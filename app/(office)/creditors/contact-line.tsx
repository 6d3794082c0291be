import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { Pill } from '@/app/_ui/pill'
import type { Creditor } from './creditor-panel'
import { CorrectContact, VerifyContact } from './forms'

type Contact = Creditor['contacts'][number]

/** One way to reach a creditor, how long ago somebody made sure of it, and the button that says it was today. */
export async function ContactLine({ contact, mayKeep }: { contact: Contact; mayKeep: boolean }) {
  const [t, words] = [await getTranslations('creditorPages'), await getTranslations('words')]
  const { id, channel, value, note, source, isStale } = contact
  const verifiedOn = civilDates(await getLocale()).inText(contact.verifiedOn)
  return (
    <li className="grid gap-1 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{words(`channel.${channel}`)}</span>
        <b>{value}</b>
        {note !== '' && <span className="text-ink-2">{note}</span>}
        <Pill tone={isStale ? 'wait' : 'ok'}>{isStale ? t('stale') : t('fresh')}</Pill>
        <span className="text-dense text-muted">{t('verifiedOn', { date: verifiedOn })}</span>
      </div>
      <p className="text-dense text-muted">{t('source', { source, date: verifiedOn })}</p>
      {mayKeep && (
        <fieldset aria-label={value} className="flex flex-wrap gap-2">
          <VerifyContact contactId={id} />
          <Disclosure label={t('correct')}>
            <CorrectContact contact={{ id, value, note, source }} />
          </Disclosure>
        </fieldset>
      )}
    </li>
  )
}
