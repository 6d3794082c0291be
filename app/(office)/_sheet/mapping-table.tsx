'use client'
import { useTranslations } from 'next-intl'
import { Table } from '@/app/_ui/table'
import type { ReadTable } from '@/lib/platform/table-read'

type Props<Field extends string> = {
  sheet: Pick<ReadTable, 'header' | 'records'> & { mapping: readonly (Field | null)[] }
  fields: readonly Field[]
  nameOf: (field: Field) => string
  onChange: (mapping: (Field | null)[]) => void
}

/** What each column is taken for. A field stands for one column only: choosing it again takes it from the other. */
export function MappingTable<Field extends string>({ sheet, fields, nameOf, onChange }: Props<Field>) {
  const t = useTranslations('imports')
  const { header, records, mapping } = sheet
  const choose = (index: number, text: string) => {
    const field = fields.find((one) => one === text) ?? null
    onChange(mapping.map((known, at) => (at === index ? field : known === field ? null : known)))
  }
  const examples = (index: number) => [...new Set(records.map(({ cells }) => cells[index] ?? ''))].filter(Boolean).slice(0, 2)
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
              {fields.map((field) => (
                <option key={field} value={field}>
                  {nameOf(field)}
                </option>
              ))}
            </select>
          ),
        },
      ]}
    />
  )
}
