import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { type ConsentPurpose, consentPurposes } from '@/db/vocabulary'
import type { ClientView } from '@/lib/clients/view'
import { GiveConsent, WithdrawConsent } from './consent-form'

type Props = { client: ClientView; mayEdit: boolean; timeZone: string }

/** Each purpose on its own, with what it means, when it was agreed to, and the way out beside the way in. */
export async function Consents({ client, mayEdit, timeZone }: Props) {
  const [t, words] = [await getTranslations('people'), await getTranslations('words')]
  return (
    <Panel title={t('consents')} id="consents">
      <p className="text-muted">{t('consentText')}</p>
      <ul className="grid gap-3">
        {consentPurposes.map((purpose) => {
          const inForce = client.consents.find((consent) => consent.purpose === purpose && consent.withdrawnAt === null)
          return (
            <li key={purpose} className="grid gap-1 border-b border-line pb-3">
              <p className="flex flex-wrap items-center gap-2">
                <b>{words(`consent.${purpose}`)}</b>
                {inForce === undefined && <Pill tone="wait">{t('notGiven')}</Pill>}
              </p>
              <p className="text-dense text-muted">{t(`consentWhat.${purpose}`)}</p>
              <Given client={client} purpose={purpose} timeZone={timeZone} />
              {mayEdit &&
                (inForce === undefined ? (
                  <GiveConsent clientId={client.id} purpose={purpose} />
                ) : (
                  <WithdrawConsent clientId={client.id} purpose={purpose} />
                ))}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

async function Given({ client, purpose, timeZone }: { client: ClientView; purpose: ConsentPurpose; timeZone: string }) {
  const [t, civil] = [await getTranslations('people'), civilDates(await getLocale())]
  const day = (at: string) => civil.inText(dayOf(at, timeZone))
  return client.consents
    .filter((consent) => consent.purpose === purpose)
    .map(({ givenAt, withdrawnAt, channel, textVersion }) => (
      <p key={givenAt} className="text-dense">
        {t('given', { date: day(givenAt), channel: t(`consentChannel.${channel}`), version: textVersion })}
        {withdrawnAt !== null && ` · ${t('withdrawn', { date: day(withdrawnAt) })}`}
      </p>
    ))
}
