'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { ChooseFile } from '@/app/(office)/_sheet/choose-file'
import { MappingTable } from '@/app/(office)/_sheet/mapping-table'
import { TakenRows } from '@/app/(office)/_sheet/taken-rows'
import { importFields } from '@/lib/imports/columns'
import { mostRows } from '@/lib/imports/input'
import { BadRows } from './bad-rows'
import { CheckButton } from './check-button'
import { Checked } from './checked'
import { type Choices, FixedValues } from './fixed-values'
import { missingIn, titleOf } from './table'
import { useImport } from './use-import'

/** Four steps on one page: choose a file, say what its columns are, see what would become of its rows, take them in. */
export function Workbench({ choices }: { choices: Choices }) {
  const t = useTranslations('imports')
  const { sheet, checked, taken, importId, work, problem, choose, check, change, take, stop } = useImport()
  const isRunning = work?.doing === 'importing'
  return (
    <>
      <ChooseFile
        title={t('choose')}
        label={t('file', { rows: mostRows })}
        kept={t('kept')}
        template="/clients/import/template"
        isBusy={work !== undefined}
        isReading={work?.doing === 'reading'}
        problem={problem}
        onChoose={(file) => void choose(file)}
      />
      {sheet !== undefined && (
        <Panel title={t('columns', { rows: sheet.records.length })}>
          <MappingTable
            sheet={sheet}
            fields={importFields}
            nameOf={(field) => t(`field.${field}`)}
            onChange={(mapping) => change({ ...sheet, mapping })}
          />
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
          isTaken={importId !== undefined}
          onTake={(consent) => void take(sheet, consent)}
        />
      )}
      {sheet !== undefined && importId !== undefined && (
        <TakenRows
          sheet={sheet}
          name={t('sheet')}
          found={taken}
          isRunning={isRunning}
          beside={
            isRunning ? (
              <Button onClick={stop}>{t('stop')}</Button>
            ) : (
              <Link className="text-primary hover:underline" href={`/clients/import/${importId}`}>
                {t('seeImport')}
              </Link>
            )
          }
        >
          <BadRows found={taken} titleOf={(field) => titleOf(sheet, field)} />
        </TakenRows>
      )}
    </>
  )
}
