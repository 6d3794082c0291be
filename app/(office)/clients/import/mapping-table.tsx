'use client'
import { useTranslations } from 'next-intl'
import { Table } from '@/app/_ui/table'
import { importFields, isImportField } from '@/lib/imports/columns'
import type { Mapping } from '@/lib/imports/guess'
import type { Sheet } from './table'

type Props = { sheet: Sheet; onChange: (mapping: Mapping) => void }

/** What each column is taken for. A field stands for one column only: choosing it again takes it from the other. */
export function MappingTable({ sheet: { header, records, mapping }, onChange }: Props) {
  const t = useTranslations('imports')
  const choose = (index: number, text: string) => {
    const field = isImportField(text) ? text : null
    onChange(mapping.map((known, at) => (at === index ? field : known === field ? null : known)))
  }
  const examples = (index: number) =>
    records
      .map(({ cells }) => cells[index] ?? '')
      .filter(Boolean)
      .slice(0, 2)
  return (
    <Table
      label={t('mapping')}
      rows={header.map((title, index) => ({ title, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { key: 'column', title: t('column'), cell: ({ title }) => <b>{title}</b> },
        {
          key: 'example',
          title: t('example'),
          cell: ({ index }) => <span className="text-muted">{examples(index).join(' / ')}</span>,
        },
        {
          key: 'use',
          title: t('takenFor'),
          cell: ({ title, index }) => (
            <select
              aria-label={t('takenForOf', { column: title })}
              className="min-h-8 rounded-[6px] border border-control bg-surface px-2 py-1 text-dense"
              value={mapping[index] ?? ''}
              onChange={({ target }) => choose(index, target.value)}
            >
              <option value="">{t('ignore')}</option>
              {importFields.map((field) => (
                <option key={field} value={field}>
                  {t(`field.${field}`)}
                </option>
              ))}
            </select>
          ),
        },
      ]}
    />
  )
}
