import { getTranslations } from 'next-intl/server'

/** Said to who helps, before they have filled anything in: agreeing and signing stay with the client. */
export async function OnlyTheClient({ what }: { what: 'upload' | 'bill' | 'sign' }) {
  const t = await getTranslations('delegates')
  return <p className="safe">{t(`only.${what}`)}</p>
}
