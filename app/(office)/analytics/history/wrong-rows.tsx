'use client'
import { useMessages, useTranslations } from 'next-intl'
import { Table } from '@/app/_ui/table'
import { isHistoryField } from '@/lib/history/columns'
import type { Found } from './table'

const mostShown = 100

type Props = { found: readonly Found[]; titleOf?: (field: string) => string | undefined }

/** Every row with something wrong: its line in the file, the column, and how to mend it. */
export function WrongRows({ found, titleOf = () => undefined }: Props) {
  const [t, history] = [useTranslations('imports'), useTranslations('history')]
  const reasons: Record<string, string> = useMessages().faults
  const faults = found.flatMap(({ line, faults: all }) => all.map((one, n) => ({ ...one, line, key: `${line}-${n}` })))
  if (faults.length === 0) return <p className="text-ok">{t('noneBad')}</p>
  const columnOf = (field: string) => (isHistoryField(field) ? (titleOf(field) ?? history(`field.${field}`)) : t('whole'))
  return (
    <>
      <Table
        label={t('bad')}
        rows={faults.slice(0, mostShown)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'line', title: t('line'), align: 'right', isShort: true, cell: ({ line }) => line },
          { key: 'column', title: t('column'), isShort: true, cell: ({ field }) => columnOf(field) },
          { key: 'reason', title: t('reason'), cell: ({ fault }) => reasons[fault] ?? reasons['other'] },
        ]}
      />
      {faults.length > mostShown && <p className="text-dense text-muted">{t('moreBad', { n: faults.length - mostShown })}</p>}
    </>
  )
}
