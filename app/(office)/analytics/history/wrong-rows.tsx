'use client'
import { useMessages, useTranslations } from 'next-intl'
import { FaultyRows } from '@/app/(office)/_sheet/faulty-rows'
import type { ReasonOf, TakenRow } from '@/app/(office)/_sheet/taken-row'
import { isHistoryField } from '@/lib/history/columns'
import { historyFault } from '@/lib/history/fault-text'

type Props = { found: readonly TakenRow[]; titleOf?: (field: string) => string | undefined }

/** What is wrong with rows of past outcomes, by the titles of the file where it is at hand. */
export function WrongRows({ found, titleOf = () => undefined }: Props) {
  const [t, reasonOf] = [useTranslations('history'), useReasons()]
  return (
    <FaultyRows
      found={found}
      columnOf={(field) => (isHistoryField(field) ? (titleOf(field) ?? t(`field.${field}`)) : undefined)}
      reasonOf={reasonOf}
    />
  )
}

/** How to mend a cell of past outcomes. */
export function useReasons(): ReasonOf {
  const { faults, history, shell, words } = useMessages()
  return (wrong) => historyFault(wrong, { faults, history, shell, words })
}
