import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { ClientView } from '@/lib/clients/view'
import { nameIn } from '@/lib/creditors/names'

/** The person's cases, one per creditor, as far as they are in scope. */
export async function Cases({ client }: { client: ClientView }) {
  const [t, words, locale] = [await getTranslations('people'), await getTranslations('words'), await getLocale()]
  return (
    <Panel title={t('cases')}>
      {client.cases.length === 0 && <p className="text-muted">{t('noCases')}</p>}
      <ul className="grid gap-2">
        {client.cases.map((kase) => (
          <li key={kase.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-2">
            <Link className="font-medium text-primary" href={`/cases/${kase.id}`}>
              {kase.number}
            </Link>
            <span>{nameIn(locale, kase.product)}</span>
            <Pill>{words(`stage.${kase.stage}`)}</Pill>
            <span className="ml-auto font-medium">{yuan(kase.owed)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
