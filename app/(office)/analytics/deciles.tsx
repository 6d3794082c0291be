import { useTranslations } from 'next-intl'
import { Table } from '@/app/_ui/table'
import type { Decile } from '@/lib/statistics/calibration'
import { percent } from './in-figures'

/** Whether what a model foretells comes about, from the lowest tenth to the highest; a small group is null and not told. */
export function Deciles({ deciles }: { deciles: readonly (Decile | null)[] }) {
  const t = useTranslations('analytics')
  if (deciles.length === 0) return null
  const rows = deciles.map((decile, index) => ({ decile, tenth: index + 1 }))
  return (
    <details className="text-dense">
      <summary className="min-h-7 w-fit cursor-pointer text-muted">{t('deciles.title')}</summary>
      <Table
        label={t('deciles.title')}
        rows={rows}
        rowKey={({ tenth }) => String(tenth)}
        columns={[
          { key: 'tenth', title: t('level'), align: 'right', cell: ({ tenth }) => tenth },
          { key: 'n', title: t('n'), align: 'right', cell: ({ decile }) => decile?.n ?? t('hidden') },
          {
            key: 'expected',
            title: t('deciles.expected'),
            align: 'right',
            cell: ({ decile }) => decile && percent(decile.expected / decile.n),
          },
          {
            key: 'observed',
            title: t('deciles.observed'),
            align: 'right',
            cell: ({ decile }) => decile && percent(decile.observed / decile.n),
          },
        ]}
      />
    </details>
  )
}
