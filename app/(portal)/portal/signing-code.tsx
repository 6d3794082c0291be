import { getTranslations } from 'next-intl/server'
import { CodeField } from '../code-field'

/** The code for signing, which the counsellor tells who they know by telephone. */
export async function SigningCode({ error }: { error: string | undefined }) {
  const t = await getTranslations('consents')
  return <CodeField label={t('authority.code')} hint={t('authority.codeHint')} error={error} />
}
