'use client'
import { useTranslations } from 'next-intl'
import { Panel } from '@/app/_ui/panel'
import { mostRows } from '@/lib/imports/input'
import { CheckButton } from './check-button'
import { Checked } from './checked'
import { type Choices, FixedValues } from './fixed-values'
import { MappingTable } from './mapping-table'
import { missingIn } from './table'
import { Taken } from './taken'
import { useImport } from './use-import'

/** Four steps on one page: choose a file, say what its columns are, see what would become of its rows, take them in. */
export function Workbench({ choices }: { choices: Choices }) {
  const t = useTranslations('imports')
  const { sheet, checked, taken, importId, work, problem, choose, check, change, take, stop } = useImport()
  return (
    <>
      <Panel title={t('choose')}>
        <label className="grid max-w-[40em] gap-1">
          <span className="text-ink-2">{t('file', { rows: mostRows })}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            disabled={work !== undefined}
            onChange={({ target }) => void choose(target.files?.[0])}
            className="min-h-8 rounded-[6px] border border-control bg-surface p-1"
          />
        </label>
        <p className="text-dense text-muted">
          {t('kept')}{' '}
          <a className="text-primary underline" href="/clients/import/template">
            {t('template')}
          </a>
        </p>
        <p role="status" className={problem === undefined ? 'text-muted' : 'font-medium text-bad'}>
          {problem ?? (work?.doing === 'reading' ? t('working') : '')}
        </p>
      </Panel>
      {sheet !== undefined && (
        <Panel title={t('columns', { rows: sheet.records.length })}>
          <MappingTable sheet={sheet} onChange={(mapping) => change({ ...sheet, mapping })} />
          <FixedValues sheet={sheet} choices={choices} onChange={(fixed) => change({ ...sheet, fixed })} />
          <CheckButton
            lacks={missingIn(sheet)}
            isBusy={work !== undefined}
            onPress={() => void check(sheet)}
            progress={work?.doing === 'checking' ? t('checking', { done: work.done, total: sheet.records.length }) : ''}
          />
        </Panel>
      )}
      {sheet !== undefined && checked !== undefined && (
        <Checked
          sheet={sheet}
          found={checked}
          isBusy={work !== undefined || taken.length === checked.length}
          onTake={(consent) => void take(sheet, consent)}
        />
      )}
      {sheet !== undefined && importId !== undefined && (
        <Taken sheet={sheet} found={taken} importId={importId} isRunning={work?.doing === 'importing'} onStop={stop} />
      )}
    </>
  )
}
