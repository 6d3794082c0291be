'use client'
import { useTranslations } from 'next-intl'
import { ChooseFile } from '@/app/(office)/_sheet/choose-file'
import { TakenRows } from '@/app/(office)/_sheet/taken-rows'
import { mostHistory } from '@/lib/history/input'
import { Checked } from './checked'
import { ColumnsPanel } from './columns-panel'
import { titleOf } from './table'
import { useHistory } from './use-history'
import { useReasons, WrongRows } from './wrong-rows'

/** Four steps on one page: choose a file, say what its columns are, see what would become of its rows, take them in. */
export function Workbench() {
  const [t, reasonOf] = [useTranslations('history'), useReasons()]
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
        <Checked
          sheet={sheet}
          found={checked}
          isBusy={isBusy || taken?.length === checked.length}
          isTaken={taken !== undefined}
          onTake={() => void take(sheet)}
        />
      )}
      {sheet !== undefined && taken !== undefined && (
        <TakenRows sheet={sheet} name={t('sheet')} found={taken} reasonOf={reasonOf} isRunning={work?.doing === 'importing'}>
          <WrongRows found={taken} titleOf={(field) => titleOf(sheet, field)} />
        </TakenRows>
      )}
    </>
  )
}
