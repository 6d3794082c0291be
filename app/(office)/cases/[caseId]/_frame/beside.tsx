'use client'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { usePageKeys } from '../../../_keys/use-page-keys'
import { useShown } from '../../../_shown/kept'
import { besideIn, samePageOf } from '../../../_shown/shown'

/** The way back to where one came from, and to the cases that stood beside this one there: `[` and `]`. */
export function Beside({ caseId }: { caseId: string }) {
  const [t, path, router, shown] = [useTranslations('casePage'), usePathname(), useRouter(), useShown()]
  const beside = shown && besideIn(shown, caseId)
  const hrefOf = (id: string | undefined) => (id === undefined ? undefined : samePageOf(path, id))
  const [previous, next] = [hrefOf(beside?.previous), hrefOf(beside?.next)]
  usePageKeys('case', {
    ...(previous !== undefined && { previousCase: () => router.push(previous) }),
    ...(next !== undefined && { nextCase: () => router.push(next) }),
  })
  if (shown === undefined || beside === undefined)
    return (
      <Link href="/board" className="text-dense text-muted">
        ‹ {t('back')}
      </Link>
    )
  return (
    <nav aria-label={t('beside')} className="flex items-center gap-1 text-dense text-muted">
      <Link href={shown.href}>‹ {t(`from.${shown.place}`)}</Link>
      <Step href={previous} keys="[" label={t('previous')} sign="↑" />
      <span>{t('position', { position: beside.position, count: beside.count })}</span>
      <Step href={next} keys="]" label={t('next')} sign="↓" />
    </nav>
  )
}

type StepProps = { href: string | undefined; keys: string; label: string; sign: string }

/** At the end of the list the arrow stays where it was, and leads nowhere. */
function Step({ href, keys, label, sign }: StepProps) {
  const look = 'grid size-6 place-items-center rounded-chip no-underline'
  if (href === undefined)
    return (
      <span aria-hidden="true" className={`${look} opacity-40`}>
        {sign}
      </span>
    )
  return (
    <Link
      href={href}
      aria-label={label}
      title={`${label}　${keys}`}
      aria-keyshortcuts={keys}
      className={`${look} hover:bg-sunken`}
    >
      {sign}
    </Link>
  )
}
