import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { ClientView } from '@/lib/clients/view'
import { HardshipForm } from './hardship-form'

type Props = { client: Pick<ClientView, 'id' | 'hardships'>; mayEdit: boolean }

/** Why the client cannot pay as planned, and a form for another cause. */
export async function Hardships({ client, mayEdit }: Props) {
  const t = await getTranslations('people')
  return (
    <Panel title={t('hardships')} id="hardship">
      {client.hardships.length === 0 && <p className="text-muted">{t('noHardship')}</p>}
      <ul className="grid gap-3">
        {client.hardships.map((cause) => (
          <Cause key={cause.id} cause={cause} />
        ))}
      </ul>
      {mayEdit && (
        <Disclosure label={t('addHardship')} isOpen={client.hardships.length === 0}>
          <HardshipForm clientId={client.id} />
        </Disclosure>
      )}
    </Panel>
  )
}

async function Cause({ cause }: { cause: ClientView['hardships'][number] }) {
  const [t, words, civil] = [await getTranslations('people'), await getTranslations('words'), civilDates(await getLocale())]
  return (
    <li className="grid gap-1 border-b border-line pb-2">
      <p className="flex flex-wrap items-center gap-2">
        <b>{words(`hardship.${cause.type}`)}</b>
        {cause.isOfHealth && <Pill>{t('ofHealth')}</Pill>}
        {cause.isPrimary && <Pill tone="primary">{t('primary')}</Pill>}
        <span className="text-dense text-muted">
          {t('since', { from: civil.inText(cause.startedOn) })}
          {cause.expectedEndOn !== null && ` · ${t('until', { to: civil.inText(cause.expectedEndOn) })}`}
        </span>
      </p>
      {cause.narrative === null && <p className="text-muted">{t('medicalWithheld')}</p>}
      {cause.narrative !== '' && <p className="whitespace-pre-line">{cause.narrative}</p>}
      {cause.incomeBefore !== null && (
        <p className="text-dense text-muted">
          {t('incomeBefore', { amount: yuan(cause.incomeBefore) })}
          {cause.incomeVerified && ` · ${t('verifiedIncome')}`}
        </p>
      )}
    </li>
  )
}
