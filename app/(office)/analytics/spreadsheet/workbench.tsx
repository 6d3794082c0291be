'use client'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { sendFile } from '@/app/(office)/_sheet/send-file'
import { type Analysed, analyseSheetAction, readSheetAction } from './actions'
import { Answer } from './answer'
import { Mapping } from './mapping'
import { SaveAnswer } from './save'
import { type Column, guessed, guessedOutcome, type Outcome, specOf } from './use'

type Sheet = { file: File; rows: number; columns: Column[]; outcome: Outcome }

/** Three steps on one page: choose a file, say what its columns are, read the answer. */
export function Workbench() {
  const [sheet, setSheet] = useState<Sheet>()
  const [answer, setAnswer] = useState<Analysed>()
  const [problem, setProblem] = useState<string>()
  const [isPending, start] = useTransition()
  const t = useTranslations('spreadsheet')

  const choose = (file: File | undefined) =>
    start(async () => {
      setAnswer(undefined)
      setSheet(undefined)
      const looked = await sendFile(file, readSheetAction).catch(() => trouble)
      if ('problem' in looked) return setProblem(t(`problem.${looked.problem}`))
      const columns = guessed(looked.columns)
      const levels = columns.find(({ use }) => use === 'outcome')?.levels ?? []
      setProblem(undefined)
      if (file) setSheet({ file, rows: looked.rows, columns, outcome: guessedOutcome(levels) })
    })
  // An answer speaks of the columns it was asked with: beside others it would be taken for theirs, and saved as theirs.
  const change = (changed: Sheet) => {
    setAnswer(undefined)
    setSheet(changed)
  }
  const analyse = ({ file, columns, outcome }: Sheet) =>
    start(async () => setAnswer(await analyseSheetAction(orderOf({ file, columns, outcome })).catch(() => trouble)))

  return (
    <>
      <Panel title={t('choose')}>
        <label className="grid max-w-[40em] gap-1">
          <span className="text-ink-2">{t('file')}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            disabled={isPending}
            onChange={({ target }) => choose(target.files?.[0])}
            className="min-h-8 rounded-[6px] border border-control bg-surface p-1"
          />
        </label>
        <p className="text-dense text-muted">{t('kept')}</p>
        <p role="status" className={problem === undefined ? 'text-muted' : 'font-medium text-bad'}>
          {problem ?? (isPending ? t('working') : '')}
        </p>
      </Panel>
      {sheet !== undefined && (
        <Panel title={t('columns', { rows: sheet.rows })}>
          <Mapping {...sheet} onChange={(changed) => change({ ...sheet, ...changed })} />
          <div>
            <Button look="primary" disabled={isPending || !isReady(sheet)} onClick={() => analyse(sheet)}>
              {t('analyse')}
            </Button>
          </div>
          {!isReady(sheet) && <p className="text-dense text-muted">{t('notReady')}</p>}
        </Panel>
      )}
      {answer !== undefined && <Answer answer={answer} />}
      {answer !== undefined && 'result' in answer && sheet !== undefined && <SaveAnswer form={() => orderOf(sheet)} />}
    </>
  )
}

/** The server was not reached: what was chosen and mapped stays. */
const trouble = { problem: 'trouble' as const }

const isReady = ({ columns, outcome }: Sheet) =>
  columns.some(({ use }) => use === 'outcome') &&
  columns.some(({ use }) => use === 'category' || use === 'ordered' || use === 'number') &&
  outcome.event !== '' &&
  outcome.nonEvent !== '' &&
  outcome.event !== outcome.nonEvent

function orderOf({ file, columns, outcome }: Omit<Sheet, 'rows'>) {
  const form = new FormData()
  form.set('file', file)
  form.set('spec', JSON.stringify(specOf(columns, outcome)))
  return form
}
