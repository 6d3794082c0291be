'use client'
import { useMessages, useTranslations } from 'next-intl'
import { Table } from '@/app/_ui/table'
import type { ReasonOf, TakenRow } from './taken-row'

const mostShown = 100

type Props = {
  found: readonly TakenRow[]
  /** The name of the column a field stands in; nothing where the whole row is meant. */
  columnOf: (field: string) => string | undefined
  reasonOf?: ReasonOf | undefined
}

/** Every row with something wrong: its line in the file, the column, and how to mend it. */
export function FaultyRows({ found, columnOf, reasonOf }: Props) {
  const t = useTranslations('imports')
  const reasons: Record<string, string> = useMessages().faults
  const faults = found.flatMap(({ line, faults: all }) => all.map((one, n) => ({ ...one, line, key: `${line}-${n}` })))
  if (faults.length === 0) return <p className="text-ok">{t('noneBad')}</p>
  return (
    <>
      <Table
        label={t('bad')}
        rows={faults.slice(0, mostShown)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'line', title: t('line'), align: 'right', isShort: true, cell: ({ line }) => line },
          { key: 'column', title: t('column'), isShort: true, cell: ({ field }) => columnOf(field) ?? t('whole') },
          { key: 'reason', title: t('reason'), cell: (one) => reasonOf?.(one) ?? reasons[one.fault] ?? reasons['other'] },
        ]}
      />
      {faults.length > mostShown && <p className="text-dense text-muted">{t('moreBad', { n: faults.length - mostShown })}</p>}
    </>
  )
}
