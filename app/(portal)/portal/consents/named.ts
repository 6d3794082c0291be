import { getLocale, getTranslations } from 'next-intl/server'
import { dayInWords } from '@/app/(portal)/day-in-words'
import type { myConsents } from '@/lib/portal/consents.queries'

type Ledger = Awaited<ReturnType<typeof myConsents>>

type Asked = Ledger['asked'][number]

/** Who is named in the wording of one purpose: the lenders, and how each is reached as far as that is on record [PIPL 23]. */
export async function namedIn({ creditor, reachedBy, lenders }: Pick<Asked, 'creditor' | 'reachedBy' | 'lenders'>) {
  const [t, reach] = [await getTranslations('consents'), await reachIn()]
  const contact = reachedBy.length === 0 ? t('every.noContact') : t('every.contact', { contact: reach(reachedBy) })
  const told = lenders.map(({ name, reachedBy: by }) =>
    by.length === 0 ? t('every.lenderOnly', { name }) : t('every.lender', { name, contact: reach(by) }),
  )
  const named = told.length === 0 ? t('every.lenderNone') : told.join(t('every.between'))
  return { creditor: creditor ?? '', contact, lenders: named }
}

async function reachIn() {
  const [t, words] = [await getTranslations('consents'), await getTranslations('words')]
  return (by: Asked['reachedBy']) =>
    by.map(({ channel, value }) => `${words(`channel.${channel}`)} ${value}`).join(t('every.between'))
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
