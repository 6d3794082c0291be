'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { MappingTable } from '@/app/(office)/_sheet/mapping-table'
import { historyFields } from '@/lib/history/columns'
import { type HistoryMapping, lackingIn } from '@/lib/history/guess'
import type { Sheet } from './table'

type Props = { sheet: Sheet; isBusy: boolean; progress: string; onMap: (mapping: HistoryMapping) => void; onCheck: () => void }

/** What each column is taken for, and the button that goes on once nothing is lacking. */
export function ColumnsPanel({ sheet, isBusy, progress, onMap, onCheck }: Props) {
  const t = useTranslations('history')
  const lacking = lackingIn(sheet.mapping)
  return (
    <Panel title={t('columns', { rows: sheet.records.length })}>
      <p className="max-w-[60em] text-ink-2">{t('columnsHint')}</p>
      <MappingTable sheet={sheet} fields={historyFields} nameOf={(field) => t(`field.${field}`)} onChange={onMap} />
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
