'use client'
import { useMessages, useTranslations } from 'next-intl'
import { Table } from '@/app/_ui/table'
import { isImportField } from '@/lib/imports/columns'
import type { RowFault } from '@/lib/imports/row'
import type { Found } from './table'

const mostShown = 100

type Props = {
  found: readonly Found[]
  /** Stands under a heading of its own already. */
  isTitled?: boolean
  titleOf?: (field: RowFault['field']) => string | undefined
}

/** Every row with something wrong: its line in the file, the column, and how to mend it. */
export function BadRows({ found, isTitled = false, titleOf = () => undefined }: Props) {
  const t = useTranslations('imports')
  const reasonOf = useReasons()
  const faults = found.flatMap(({ line, faults: all }) => all.map((one, n) => ({ ...one, line, key: `${line}-${n}` })))
  const bad = found.filter(({ state }) => state === 'REFUSED').length
  if (bad === 0) return <p className="text-ok">{t('noneBad')}</p>
  return (
    <>
      {!isTitled && <h3 className="font-medium">{t('bad')}</h3>}
      <Table
        label={t('bad')}
        rows={faults.slice(0, mostShown)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'line', title: t('line'), align: 'right', isShort: true, cell: ({ line }) => line },
          {
            key: 'column',
            title: t('column'),
            isShort: true,
            cell: ({ field }) => (isImportField(field) ? (titleOf(field) ?? t(`field.${field}`)) : t('whole')),
          },
          { key: 'reason', title: t('reason'), cell: ({ fault }) => reasonOf(fault) },
        ]}
      />
      {faults.length > mostShown && <p className="text-dense text-muted">{t('moreBad', { n: faults.length - mostShown })}</p>}
    </>
  )
}

/** What a fault means, in words. */
function useReasons() {
  const known: Record<string, string> = useMessages().faults
  return (fault: string) => known[fault] ?? known['other'] ?? ''
}
