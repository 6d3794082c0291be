import { getLocale, getTranslations } from 'next-intl/server'
import { dayInWords } from '@/app/(portal)/day-in-words'
import type { myConsents } from '@/lib/portal/consents.queries'

type Ledger = Awaited<ReturnType<typeof myConsents>>

/** Who is named in the wording of one purpose: the lender, and how it is reached as far as that is on record [PIPL 23]. */
export async function namedIn({ creditor, reachedBy }: Pick<Ledger['asked'][number], 'creditor' | 'reachedBy'>) {
  const [t, words] = [await getTranslations('consents'), await getTranslations('words')]
  const all = reachedBy.map(({ channel, value }) => `${words(`channel.${channel}`)} ${value}`)
  const contact = all.length === 0 ? t('every.noContact') : t('every.contact', { contact: all.join(t('every.between')) })
  return { creditor: creditor ?? '', contact }
}

/** Who handles the data, and how to reach them [PIPL 17]. */
export async function handlerIn({ name, phone }: Ledger['office']) {
  const t = await getTranslations('consents')
  const reach = phone === '' ? t('every.byMessage') : t('every.byPhone', { phone })
  return t('every.handler', { office: name, reach })
}

/** When and how it was agreed to or withdrawn, and in which wording. */
export async function standingOf({ since, channel, textVersion, withdrawnAt }: Ledger['asked'][number], timeZone: string) {
  const [t, locale] = [await getTranslations('consents'), await getLocale()]
  const on = (instant: string) => dayInWords(instant, locale, timeZone)
  if (since !== null && channel !== null && textVersion !== null)
    return t('given', { date: on(since), channel: t(`channel.${channel}`), version: textVersion })
  return withdrawnAt === null ? t('not') : t('withdrawnOn', { date: on(withdrawnAt) })
}
