import { getTranslations } from 'next-intl/server'
import type { plan } from '@/lib/portal/plan.queries'

/** What a payment settles first, in one sentence; nothing where an instalment has only one thing to settle. */
export async function Settles({ claims, isByLaw }: Awaited<ReturnType<typeof plan>>['settles']) {
  const t = await getTranslations('portal.settles')
  const [first, second, third] = claims
  if (first === undefined || second === undefined) return null
  const named = { first: t(`claim.${first}`), second: t(`claim.${second}`) }
  const order = third === undefined ? t('two', named) : t('three', { ...named, third: t(`claim.${third}`) })
  return <p className="note">{t(isByLaw ? 'byLaw' : 'byContract', { order })}</p>
}
