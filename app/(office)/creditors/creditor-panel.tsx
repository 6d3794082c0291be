import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { ButtonLink } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { nameIn } from '@/lib/creditors/names'
import type { listCreditors } from '@/lib/creditors/queries'
import type { CivilDate } from '@/lib/platform/dates'
import { ContactLine } from './contact-line'
import { AddContact, AddProduct } from './forms'
import { Products } from './products'

export type Creditor = Awaited<ReturnType<typeof listCreditors>>['creditors'][number]
type Props = { creditor: Creditor; may: { addProduct: boolean; keepContacts: boolean; seePlaybook: boolean }; today: CivilDate }

/** One creditor: what it is, what it lends, and how to reach it. */
export async function CreditorPanel({ creditor, may, today }: Props) {
  const [t, words] = [await getTranslations('creditorPages'), await getTranslations('words')]
  const locale = await getLocale()
  const { id, contacts } = creditor
  const shortName = nameIn(locale, creditor.shortName)
  return (
    <Panel
      title={nameIn(locale, creditor.legalName)}
      id={`creditor-${id}`}
      aside={<Pill tone="info">{words(`regulatorClass.${creditor.regulatorClass}`)}</Pill>}
    >
      <p className="text-dense text-muted">
        {shortName}
        {locale === 'en' && ` · ${creditor.legalName}`} ·{' '}
        {t('source', { source: creditor.source, date: civilDates(locale).inText(creditor.asOf) })}
      </p>
      <h3 className="font-semibold">{t('products')}</h3>
      {creditor.products.length === 0 ? (
        <p className="text-muted">{t('noProducts')}</p>
      ) : (
        <Products products={creditor.products} />
      )}
      <h3 className="font-semibold">{t('contacts')}</h3>
      {contacts.length === 0 ? (
        <p className="max-w-[60em] text-muted">{t('noContacts')}</p>
      ) : (
        <ul className="grid gap-3">
          {contacts.map((contact) => (
            <ContactLine key={contact.id} contact={contact} mayKeep={may.keepContacts} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {may.seePlaybook && <ButtonLink href={`/creditors/${id}`}>{(await getTranslations('playbook'))('link')}</ButtonLink>}
        {may.keepContacts && (
          <Disclosure label={t('toCreditor', { action: t('addContact'), creditor: shortName })}>
            <AddContact creditorId={id} />
          </Disclosure>
        )}
        {may.addProduct && (
          <Disclosure label={t('toCreditor', { action: t('addProduct'), creditor: shortName })}>
            <AddProduct creditorId={id} today={today} />
          </Disclosure>
        )}
      </div>
    </Panel>
  )
}
