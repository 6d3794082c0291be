import { getTranslations } from 'next-intl/server'
import type { KnownOffice } from './plain-page'

/** How somebody who is not in reaches the office: its number, or where they find it safely. */
export async function Reach({ office }: { office: KnownOffice | undefined }) {
  const t = await getTranslations('entry')
  if (!office?.phone) return <p className="note">{t('reach')}</p>
  return (
    <p className="note">
      {office.organisation} <a href={`tel:${office.phone}`}>{office.phone}</a>
    </p>
  )
}
