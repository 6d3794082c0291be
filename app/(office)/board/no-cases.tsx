'use client'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'

/** Why there is nothing here: no cases yet, or all filtered out. */
export function NoCases({ isFiltered }: { isFiltered: boolean }) {
  const [t, shell] = [useTranslations('board'), useTranslations('shell')]
  return (
    <div className="px-5 py-4">
      {isFiltered ? (
        <EmptyState
          title={t('filteredTitle')}
          text={t('filteredText')}
          action={<ButtonLink href="?view=all">{t('clearFilters')}</ButtonLink>}
        />
      ) : (
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={<ButtonLink href="/cases/new">{shell('newCase')}</ButtonLink>}
        />
      )}
    </div>
  )
}

export const isEmpty = (columns: readonly { count: number }[]) => columns.every(({ count }) => count === 0)
