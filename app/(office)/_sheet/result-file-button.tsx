'use client'
import { useMessages, useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { resultFile } from '@/lib/imports/result-file'
import type { ReadTable } from '@/lib/platform/table-read'
import type { ReasonOf, TakenRow } from './taken-row'

type Props = {
  sheet: ReadTable & { fileName: string }
  /** What the table of results is called in the workbook. */
  name: string
  found: readonly TakenRow[]
  reasonOf?: ReasonOf | undefined
}

/** Hands the table over with a column that says what became, or would become, of each row; made in the browser, as the file was never kept. */
export function ResultFileButton({ sheet, name, found, reasonOf }: Props) {
  const t = useTranslations('imports')
  const { faults, imports } = useMessages()
  const state = { ...imports.state, NEW: t('ready'), JOINS: t('ready') }
  const save = async () => {
    const say = { faults, imports: { ...imports, state, sheet: name }, ...(reasonOf && { reasonOf }) }
    const bytes = await resultFile(sheet, found, say, new Date())
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob(bytes, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    )
    link.download = `${t('resultName', { name: sheet.fileName.replace(/\.\w+$/, '') })}.xlsx`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return <Button onClick={() => void save()}>{t('resultFile')}</Button>
}
