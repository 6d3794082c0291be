import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import type { Creditor } from './creditor-panel'

type Product = Creditor['products'][number]

/** What a creditor lends under which name. Limits and terms are what was published, with where and when it was read. */
export async function Products({ creditor }: { creditor: Creditor }) {
  const [t, words] = [await getTranslations('creditorPages'), await getTranslations('words')]
  const term = ({ minTermDays, maxTermMonths }: Product) => {
    const min = minTermDays === null ? '' : t('days', { count: minTermDays })
    const max = maxTermMonths === null ? '' : t('months', { count: maxTermMonths })
    return min === '' || max === '' ? min || max || t('asInContract') : t('termRange', { min, max })
  }
  return (
    <Table
      label={`${creditor.shortName} · ${t('products')}`}
      rows={creditor.products}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'brand',
          title: t('product'),
          cell: ({ brand, isActive }) => (
            <span className="whitespace-nowrap">
              {brand} {!isActive && <Pill>{t('retired')}</Pill>}
            </span>
          ),
        },
        {
          key: 'type',
          title: t('type'),
          cell: ({ type }) => <span className="whitespace-nowrap">{words(`productType.${type}`)}</span>,
        },
        {
          key: 'limit',
          title: t('limit'),
          align: 'right',
          cell: ({ maxLimit }) => (
            <span className="whitespace-nowrap">{maxLimit === null ? t('asInContract') : yuan(maxLimit)}</span>
          ),
        },
        { key: 'term', title: t('term'), cell: (product) => <span className="whitespace-nowrap">{term(product)}</span> },
        {
          key: 'source',
          title: t('from'),
          cell: ({ source, asOf }) => (
            <span className="block min-w-[14em] text-muted">{t('source', { source, date: asOf })}</span>
          ),
        },
      ]}
    />
  )
}
