'use client'
import { useMessages, useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { resultFile } from '@/lib/imports/result-file'
import { countOf, type Found, type Sheet, titleOf } from './table'
import { WrongRows } from './wrong-rows'

type Props = { sheet: Sheet; found: readonly Found[]; isRunning: boolean }

/** How far it is, what became of the rows, and the same table with a column that says so. */
export function TakenPanel({ sheet, found, isRunning }: Props) {
  const t = useTranslations('history')
  const save = useResultFile(sheet, found)
  const total = sheet.records.length
  return (
    <Panel title={t('finished')}>
      <div className="grid gap-1">
        <label htmlFor="history-progress">{t('progress', { done: found.length, total })}</label>
        <progress
          id="history-progress"
          value={found.length}
          max={total}
          className="h-2.5 w-full max-w-[40rem] appearance-none overflow-hidden rounded-chip bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary"
        />
      </div>
      {!isRunning && (
        <>
          <p role="status">
            {t('done', {
              imported: countOf(found, 'IMPORTED'),
              known: countOf(found, 'KNOWN'),
              refused: countOf(found, 'REFUSED'),
            })}
          </p>
          <div>
            <Button onClick={() => void save()}>{t('resultFile')}</Button>
          </div>
          <WrongRows found={found} titleOf={(field) => titleOf(sheet, field)} />
        </>
      )}
    </Panel>
  )
}

/** Hands the table over with its column of results; made in the browser, as the file was never kept. */
function useResultFile(sheet: Sheet, found: readonly Found[]) {
  const t = useTranslations('imports')
  const { faults, imports, history } = useMessages()
  return async () => {
    const say = { faults, imports: { ...imports, sheet: history.sheet } }
    const bytes = await resultFile(sheet, found, say, new Date())
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob(bytes, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    )
    link.download = `${t('resultName', { name: sheet.fileName.replace(/\.\w+$/, '') })}.xlsx`
    link.click()
    URL.revokeObjectURL(link.href)
  }
}
