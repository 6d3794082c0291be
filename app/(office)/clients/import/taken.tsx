'use client'
import Link from 'next/link'
import { useMessages, useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { resultFile } from '@/lib/imports/result-file'
import { BadRows } from './bad-rows'
import { countOf, type Found, type Sheet, titleOf } from './table'

type Props = { sheet: Sheet; found: readonly Found[]; importId: string; isRunning: boolean; onStop: () => void }

/** How far it is, what became of the rows, and the same table with a column that says so. */
export function Taken({ sheet, found, importId, isRunning, onStop }: Props) {
  const t = useTranslations('imports')
  const save = useResultFile(sheet, found)
  const total = sheet.records.length
  return (
    <Panel title={t('finished')}>
      <div className="grid gap-1">
        <label htmlFor="import-progress">{t('progress', { done: found.length, total })}</label>
        <progress
          id="import-progress"
          value={found.length}
          max={total}
          className="h-2.5 w-full max-w-[40rem] appearance-none overflow-hidden rounded-chip bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary"
        />
      </div>
      {isRunning ? (
        <div>
          <Button onClick={onStop}>{t('stop')}</Button>
        </div>
      ) : (
        <>
          <p role="status">
            {t('done', {
              imported: countOf(found, 'IMPORTED'),
              known: countOf(found, 'KNOWN'),
              refused: countOf(found, 'REFUSED'),
            })}
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => void save()}>{t('resultFile')}</Button>
            <Link className="text-primary hover:underline" href={`/clients/import/${importId}`}>
              {t('seeImport')}
            </Link>
          </div>
          <BadRows found={found} titleOf={(field) => titleOf(sheet, field)} />
        </>
      )}
    </Panel>
  )
}

/** Hands the table over with its column of results; made in the browser, as the file was never kept. */
function useResultFile(sheet: Sheet, found: readonly Found[]) {
  const t = useTranslations('imports')
  const { faults, imports } = useMessages()
  return async () => {
    const bytes = await resultFile(sheet, found, { faults, imports }, new Date())
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob(bytes, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    )
    link.download = `${t('resultName', { name: sheet.fileName.replace(/\.\w+$/, '') })}.xlsx`
    link.click()
    URL.revokeObjectURL(link.href)
  }
}
