import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'

type Props = { path: string; isNarrowed: boolean; textKey: 'accessNoneText' | 'noneFoundText' }

/** A log with nothing in it, or nothing that was asked for: then the way back to all of it. */
export async function NothingLogged({ path, isNarrowed, textKey }: Props) {
  const t = await getTranslations('auditPages')
  return isNarrowed ? (
    <EmptyState title={t('noneFound')} text={t(textKey)} action={<ButtonLink href={path}>{t('clear')}</ButtonLink>} />
  ) : (
    <EmptyState title={t('empty')} text={t('emptyText')} />
  )
}
