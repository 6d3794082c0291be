import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { ClientView } from '@/lib/clients/view'
import { AuthorisationForm, RevokeForm } from './authorisation-form'

type Props = { client: ClientView; agent: string; today: string; mayRecord: boolean; mayRevoke: boolean }

export async function Authorisations({ client, agent, today, mayRecord, mayRevoke }: Props) {
  const [t, civil] = [await getTranslations('people'), civilDates(await getLocale())]
  const papers = client.authorisations
  return (
    <Panel title={t('authorisations')} id="authorisation">
      {papers.length === 0 && <p className="text-muted">{t('noAuthorisation')}</p>}
      <ul className="grid gap-3">
        {papers.map((paper) => (
          <li key={paper.id} className="grid gap-1 border-b border-line pb-2">
            <p className="flex flex-wrap items-center gap-2">
              <Standing paper={paper} />
              <span className="text-dense text-muted">
                {t('term', {
                  from: civil.inText(paper.validFrom),
                  to: paper.validTo === null ? t('openEnd') : civil.inText(paper.validTo),
                })}
              </span>
            </p>
            <p>{t('authorityFor', { agent: paper.agent, matters: paper.matters })}</p>
            {mayRevoke && paper.revokedAt === null && <RevokeForm authorisationId={paper.id} />}
          </li>
        ))}
      </ul>
      {mayRecord && (
        <Disclosure label={t('addAuthorisation')} isOpen={papers.length === 0}>
          <AuthorisationForm clientId={client.id} agent={agent} today={today} />
        </Disclosure>
      )}
    </Panel>
  )
}

async function Standing({ paper }: { paper: ClientView['authorisations'][number] }) {
  const t = await getTranslations('people')
  if (paper.isInForce) return <Pill tone="ok">{t('inForce')}</Pill>
  return <Pill>{paper.revokedAt === null ? t('notInForce') : t('revoked')}</Pill>
}
