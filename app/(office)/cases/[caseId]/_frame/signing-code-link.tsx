import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** Where the code is made that the client calls for when they sign. */
export async function SigningCodeLink({ clientId }: { clientId: string }) {
  const t = await getTranslations('entry')
  return (
    <Link href={`/clients/${clientId}#signing`} className="underline">
      {t('office.issue')}
    </Link>
  )
}
