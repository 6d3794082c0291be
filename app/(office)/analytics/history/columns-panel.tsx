'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { historyFields, isHistoryField } from '@/lib/history/columns'
import { type HistoryMapping, lackingIn } from '@/lib/history/guess'
import type { Sheet } from './table'

type Props = { sheet: Sheet; isBusy: boolean; progress: string; onMap: (mapping: HistoryMapping) => void; onCheck: () => void }

/** What each column is taken for, and the button that goes on once nothing is lacking. */
export function ColumnsPanel({ sheet, isBusy, progress, onMap, onCheck }: Props) {
  const [t, imports] = [useTranslations('history'), useTranslations('imports')]
  const { header, records, mapping } = sheet
  const lacking = lackingIn(mapping)
  const choose = (index: number, text: string) => {
    const field = isHistoryField(text) ? text : null
    onMap(mapping.map((known, at) => (at === index ? field : known === field ? null : known)))
  }
  const examples = (index: number) => [...new Set(records.map(({ cells }) => cells[index] ?? ''))].filter(Boolean).slice(0, 2)
  return (
    <Panel title={t('columns', { rows: records.length })}>
      <p className="max-w-[60em] text-ink-2">{t('columnsHint')}</p>
      <Table
        label={imports('mapping')}
        rows={header.map((title, index) => ({ title, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: 'column', title: imports('column'), cell: ({ title }) => <b>{title}</b> },
          {
            key: 'example',
            title: imports('example'),
            cell: ({ index }) => <span className="text-muted">{examples(index).join(' / ')}</span>,
          },
          {
            key: 'use',
            title: imports('takenFor'),
            cell: ({ title, index }) => (
              <select
                aria-label={imports('takenForOf', { column: title })}
                className="min-h-8 rounded-[6px] border border-control bg-surface px-2 py-1 text-dense"
                value={mapping[index] ?? ''}
                onChange={({ target }) => choose(index, target.value)}
              >
                <option value="">{imports('ignore')}</option>
                {historyFields.map((field) => (
                  <option key={field} value={field}>
                    {t(`field.${field}`)}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
      {lacking.map((field) => (
        <p key={field} className="text-dense text-wait">
          {t('missing', { field: t(`field.${field}`) })}
        </p>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={isBusy || lacking.length > 0} onClick={onCheck}>
          {t('check')}
        </Button>
        <output className="text-dense text-muted">{progress}</output>
      </div>
    </Panel>
  )
}
