'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Panel } from '@/app/_ui/panel'
import type { ReadTable } from '@/lib/platform/table-read'
import { ResultFileButton } from './result-file-button'
import { countOf, type ReasonOf, type TakenRow } from './taken-row'

type Props = {
  sheet: ReadTable & { fileName: string }
  /** What the table of results is called in the workbook. */
  name: string
  found: readonly TakenRow[]
  reasonOf?: ReasonOf | undefined
  isRunning: boolean
  /** Beside the file of results, and instead of it while it runs. */
  beside?: ReactNode
  children: ReactNode
}

/** How far it is, what became of the rows, and the same table with a column that says so. */
export function TakenRows({ sheet, name, found, reasonOf, isRunning, beside, children }: Props) {
  const [t, id] = [useTranslations('imports'), useId()]
  const total = sheet.records.length
  return (
    <Panel title={t('finished')}>
      <div className="grid gap-1">
        <label htmlFor={id}>{t('progress', { done: found.length, total })}</label>
        <progress
          id={id}
          value={found.length}
          max={total}
          className="h-2.5 w-full max-w-[40rem] appearance-none overflow-hidden rounded-chip bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary"
        />
      </div>
      {!isRunning && <p role="status">{t('done', doneWith(found))}</p>}
      <div className="flex flex-wrap items-center gap-3">
        {!isRunning && <ResultFileButton sheet={sheet} name={name} found={found} reasonOf={reasonOf} />}
        {beside}
      </div>
      {!isRunning && children}
    </Panel>
  )
}

const doneWith = (found: readonly TakenRow[]) => ({
  imported: countOf(found, 'IMPORTED'),
  known: countOf(found, 'KNOWN'),
  refused: countOf(found, 'REFUSED'),
})
