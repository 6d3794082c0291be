import { getLocale, getTranslations } from 'next-intl/server'
import { moverTone } from '@/app/_parts/mover-tone'
import { Reveal } from '@/app/_parts/reveal/reveal'
import { Pill } from '@/app/_ui/pill'
import { mayDo } from '@/lib/core/permissions'
import { nameIn } from '@/lib/creditors/names'
import { Beside } from './beside'
import type { CaseView } from './case-view'
import { LogContact } from './log-contact'

/** Whose case, with whom, and whose move it is; logging a contact is one key away. */
export async function CaseHeader({ view: { actor, kase, client, evidence } }: { view: CaseView }) {
  const [t, words] = [await getTranslations('casePage'), await getTranslations('words')]
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-5 py-3">
      <Beside caseId={kase.id} />
      <h1 className="flex flex-wrap items-center gap-2 text-page font-semibold">
        <Reveal clientId={client.id} field="name" masked={client.maskedName} canReveal={mayDo(actor, 'client.reveal')} />
        <span className="text-body font-normal text-muted">{kase.number}</span>
      </h1>
      <Pill>{nameIn(await getLocale(), kase.product.name)}</Pill>
      <span className="text-dense text-muted">{t('round', { round: kase.round })}</span>
      {kase.overlays.map((overlay) => (
        <Pill key={overlay} tone="bad">
          {words(`overlay.${overlay}`)}
        </Pill>
      ))}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {kase.whoseMove !== 'nobody' && (
          <Pill tone={moverTone[kase.whoseMove]}>{t('whoseMove', { mover: words(`mover.${kase.whoseMove}`) })}</Pill>
        )}
        {mayDo(actor, 'contact.log') && (
          <LogContact
            caseId={kase.id}
            types={evidence.types.filter((type) => type.isActive)}
            hasAuthority={hasAuthority(client)}
          />
        )}
      </div>
    </header>
  )
}

const hasAuthority = ({ authorisations }: CaseView['client']) => authorisations.some((paper) => paper.isInForce)
