'use client'
import { useTranslations } from 'next-intl'
import { FaultyRows } from '@/app/(office)/_sheet/faulty-rows'
import type { TakenRow } from '@/app/(office)/_sheet/taken-row'
import { isHistoryField } from '@/lib/history/columns'

type Props = { found: readonly TakenRow[]; titleOf?: (field: string) => string | undefined }

/** What is wrong with rows of past outcomes, by the titles of the file where it is at hand. */
export function WrongRows({ found, titleOf = () => undefined }: Props) {
  const t = useTranslations('history')
  return (
    <FaultyRows
      found={found}
      columnOf={(field) => (isHistoryField(field) ? (titleOf(field) ?? t(`field.${field}`)) : undefined)}
    />
  )
}
