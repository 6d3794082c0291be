import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_parts/disclosure'
import { Reveal } from '@/app/_parts/reveal/reveal'
import { Facts, Panel } from '@/app/_ui/panel'
import type { ClientView } from '@/lib/clients/view'
import { ProfileForm } from './profile-form'

type Props = { client: ClientView; mayEdit: boolean; mayReveal: boolean }

export async function Profile({ client, mayEdit, mayReveal }: Props) {
  const [t, shell] = [await getTranslations('people'), await getTranslations('shell')]
  const hidden = (field: 'name' | 'phone' | 'idNumber' | 'bankAccount' | 'safePhrase', masked: string | null) =>
    masked === null ? t('none') : <Reveal clientId={client.id} field={field} masked={masked} canReveal={mayReveal} />
  const said = (text: string | null | undefined) => text || t('none')
  const facts: [string, ReactNode][] = [
    [t('field.name'), hidden('name', client.maskedName)],
    [t('field.preferredName'), said(client.preferredName)],
    [t('field.phone'), hidden('phone', client.phone)],
    [t('field.idType'), t(`idTypeName.${client.idType}`)],
    [t('field.idNumber'), hidden('idNumber', client.idNumber)],
    [t('field.bankAccount'), hidden('bankAccount', client.bankAccount)],
    [t('field.dependants'), said(client.dependants?.toString())],
    [t('field.employment'), said(client.employment)],
    [t('field.email'), said(mailWords(t, client))],
    [t('field.contactFromHour'), said(client.contactFromHour?.toString())],
    [t('field.contactToHour'), said(client.contactToHour?.toString())],
    [t('field.safeContact'), said(client.safeContact)],
    [t('field.safePhrase'), hidden('safePhrase', client.hasSafePhrase ? '****' : null)],
    [t('field.hideAddress'), shell(client.hideAddress ? 'yes' : 'no')],
    [t('field.needsCare'), shell(client.needsCare ? 'yes' : 'no')],
    [t('field.quickExit'), shell(client.quickExit ? 'yes' : 'no')],
    [t('field.vulnerability'), client.mayReadSensitive ? said(client.vulnerability) : t('sensitiveClosed')],
  ]
  return (
    <Panel title={t('profile')}>
      <Facts facts={facts} />
      {mayEdit && (
        <Disclosure label={t('change')}>
          <ProfileForm client={client} />
        </Disclosure>
      )}
    </Panel>
  )
}

type Translate = Awaited<ReturnType<typeof getTranslations<'people'>>>

function mailWords(t: Translate, { hasEmail, emailBounced }: ClientView) {
  if (emailBounced) return t('emailBounced')
  return hasEmail ? '****' : ''
}
