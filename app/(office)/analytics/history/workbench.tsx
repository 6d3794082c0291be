'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { mostHistory } from '@/lib/history/input'
import { ColumnsPanel } from './columns-panel'
import { countOf, type Found, type Sheet, titleOf } from './table'
import { TakenPanel } from './taken-panel'
import { useHistory } from './use-history'
import { WrongRows } from './wrong-rows'

/** Four steps on one page: choose a file, say what its columns are, see what would become of its rows, take them in. */
export function Workbench() {
  const t = useTranslations('history')
  const { sheet, checked, taken, work, problem, choose, map, check, take } = useHistory()
  const isBusy = work !== undefined
  return (
    <>
      <Panel title={t('choose')}>
        <label className="grid max-w-[40em] gap-1">
          <span className="text-ink-2">{t('file', { rows: mostHistory })}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            disabled={isBusy}
            onChange={({ target }) => void choose(target.files?.[0])}
            className="min-h-8 rounded-[6px] border border-control bg-surface p-1"
          />
        </label>
        <p className="max-w-[60em] text-dense text-muted">
          {t('kept')}{' '}
          <a className="text-primary underline" href="/analytics/history/template">
            {t('template')}
          </a>
        </p>
        <p role="status" className={problem === undefined ? 'text-muted' : 'font-medium text-bad'}>
          {problem ?? (work?.doing === 'reading' ? t('working') : '')}
        </p>
      </Panel>
      {sheet !== undefined && (
        <ColumnsPanel
          sheet={sheet}
          isBusy={isBusy}
          progress={work?.doing === 'checking' ? t('checking', { done: work.done, total: sheet.records.length }) : ''}
          onMap={(mapping) => map(sheet, mapping)}
          onCheck={() => void check(sheet)}
        />
      )}
      {sheet !== undefined && checked !== undefined && (
        <CheckedPanel
          sheet={sheet}
          found={checked}
          isBusy={isBusy || taken?.length === checked.length}
          onTake={() => void take(sheet)}
        />
      )}
      {sheet !== undefined && taken !== undefined && (
        <TakenPanel sheet={sheet} found={taken} isRunning={work?.doing === 'importing'} />
      )}
    </>
  )
}

type CheckedProps = { sheet: Sheet; found: readonly Found[]; isBusy: boolean; onTake: () => void }

/** What would become of the rows, and the promise without which nothing is taken in. */
function CheckedPanel({ sheet, found, isBusy, onTake }: CheckedProps) {
  const t = useTranslations('history')
  const [isPromised, promise] = useState(false)
  const fresh = countOf(found, 'NEW')
  return (
    <Panel title={t('checked')}>
      <p role="status">{t('summary', { fresh, known: countOf(found, 'KNOWN'), refused: countOf(found, 'REFUSED') })}</p>
      <WrongRows found={found} titleOf={(field) => titleOf(sheet, field)} />
      {fresh === 0 ? (
        <p className="text-muted">{t('nothing')}</p>
      ) : (
        <>
          <label className="flex min-h-8 items-center gap-2">
            <input type="checkbox" checked={isPromised} onChange={({ target }) => promise(target.checked)} />
            {t('knownWhenSent')}
          </label>
          <div>
            <Button look="primary" disabled={isBusy || !isPromised} onClick={onTake}>
              {t('start', { n: fresh })}
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}
