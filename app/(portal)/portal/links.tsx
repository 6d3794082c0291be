import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { frame } from '@/lib/portal/frame.queries'

/** Said to who helps: on whose behalf, and that not everything is theirs to do. */
export async function Helping({ actor }: { actor: Actor }) {
  const t = await getTranslations('delegates')
  return !mayAsk(actor, 'portal.delegates') && <p className="note">{t('you')}</p>
}

/** The rest of my side, each one tap away; to who helps, what they were let do. */
export async function Links({ actor }: { actor: Actor }) {
  const [{ may }, names] = [await frame(actor), await namesOfPages()]
  const isThere: Record<keyof typeof names, boolean> = {
    budget: may.includes('BUDGET'),
    bill: may.includes('UPLOAD'),
    steps: may.includes('BUDGET'),
    documents: mayAsk(actor, 'portal.documents'),
    consents: mayAsk(actor, 'portal.consents'),
    data: mayAsk(actor, 'portal.rights'),
    'data#looks': mayAsk(actor, 'portal.rights'),
    family: mayAsk(actor, 'portal.delegates'),
  }
  return (
    <ul className="links card">
      {places.map(
        (place) =>
          isThere[place] && (
            <li key={place}>
              <a href={`/portal/${place}`}>{names[place]}</a>
            </li>
          ),
      )}
    </ul>
  )
}

const places = ['budget', 'bill', 'steps', 'documents', 'consents', 'data', 'data#looks', 'family'] as const

async function namesOfPages() {
  const [budget, steps] = [await getTranslations('budget'), await getTranslations('steps')]
  const [documents, consents] = [await getTranslations('documents'), await getTranslations('consents')]
  const [rights, delegates] = [await getTranslations('rights'), await getTranslations('delegates')]
  return {
    ...{ budget: budget('start'), bill: budget('bill.title'), steps: steps('title'), documents: documents('title') },
    ...{ consents: consents('title'), data: rights('title') },
    ...{ 'data#looks': rights('looks'), family: delegates('title') },
  }
}
