'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { ChooseFile } from '@/app/(office)/_sheet/choose-file'
import { countOf, type TakenRow } from '@/app/(office)/_sheet/taken-row'
import { TakenRows } from '@/app/(office)/_sheet/taken-rows'
import { mostHistory } from '@/lib/history/input'
import { ColumnsPanel } from './columns-panel'
import { type Sheet, titleOf } from './table'
import { useHistory } from './use-history'
import { WrongRows } from './wrong-rows'

/** Four steps on one page: choose a file, say what its columns are, see what would become of its rows, take them in. */
export function Workbench() {
  const t = useTranslations('history')
  const { sheet, checked, taken, work, problem, choose, map, check, take } = useHistory()
  const isBusy = work !== undefined
  return (
    <>
      <ChooseFile
        title={t('choose')}
        label={t('file', { rows: mostHistory })}
        kept={t('kept')}
        template="/analytics/history/template"
        isBusy={isBusy}
        isReading={work?.doing === 'reading'}
        problem={problem}
        onChoose={(file) => void choose(file)}
      />
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
        <TakenRows sheet={sheet} name={t('sheet')} found={taken} isRunning={work?.doing === 'importing'}>
          <WrongRows found={taken} titleOf={(field) => titleOf(sheet, field)} />
        </TakenRows>
      )}
    </>
  )
}

type CheckedProps = { sheet: Sheet; found: readonly TakenRow[]; isBusy: boolean; onTake: () => void }

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
