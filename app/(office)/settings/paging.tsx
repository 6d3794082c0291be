import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'

type Props = { path: string; wanted: Record<string, string | undefined>; next: string | number | null; isLater: boolean }

/** On to what is older, and back to the newest; the filters stay. */
export async function Paging({ path, wanted, next, isLater }: Props) {
  const t = await getTranslations('auditPages')
  const filters = Object.entries(wanted).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  const href = (more: string[][]) => `${path}?${new URLSearchParams([...filters, ...more])}`
  return (
    <p className="flex gap-2">
      {isLater && <ButtonLink href={href([])}>{t('newest')}</ButtonLink>}
      {next !== null && <ButtonLink href={href([['before', String(next)]])}>{t('older')}</ButtonLink>}
    </p>
  )
}
