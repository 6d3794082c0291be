'use client'
import { useTranslations } from 'next-intl'
import { FaultyRows } from '@/app/(office)/_sheet/faulty-rows'
import type { TakenRow } from '@/app/(office)/_sheet/taken-row'
import { isImportField } from '@/lib/imports/columns'

type Props = { found: readonly TakenRow[]; titleOf?: (field: string) => string | undefined }

/** What is wrong with rows of clients, by the titles of the file where it is at hand. */
export function BadRows({ found, titleOf = () => undefined }: Props) {
  const t = useTranslations('imports')
  return (
    <FaultyRows
      found={found}
      columnOf={(field) => (isImportField(field) ? (titleOf(field) ?? t(`field.${field}`)) : undefined)}
    />
  )
}
