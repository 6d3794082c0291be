'use client'
import { useMessages } from 'next-intl'
import { useState } from 'react'
import { sendFile } from '@/app/(office)/_sheet/send-file'
import type { TakenRow } from '@/app/(office)/_sheet/taken-row'
import type { HistoryMapping } from '@/lib/history/guess'
import { checkHistoryAction, readHistoryAction, startHistoryAction, writeHistoryAction } from './actions'
import { historyChunks, type Sheet } from './table'

type Standing = { sheet?: Sheet; checked?: TakenRow[] | undefined; taken?: TakenRow[] | undefined; importId?: string | undefined }
type Work = { doing: 'reading' | 'checking' | 'importing'; done: number }

/** The steps of an import on one page: read a file, check its rows, take them in. The file stays in the browser. */
export function useHistory() {
  const { history, imports } = useMessages()
  const problems: Record<string, string> = imports.problem
  const [standing, setStanding] = useState<Standing>({})
  const [work, setWork] = useState<Work>()
  const [problem, setProblem] = useState<string>()

  async function perform(doing: Work['doing'], run: () => Promise<string | undefined>) {
    setProblem(undefined)
    setWork({ doing, done: 0 })
    setProblem(await run().catch(() => history.trouble))
    setWork(undefined)
  }

  const choose = (file: File | undefined) =>
    perform('reading', async () => {
      setStanding({})
      const looked = await sendFile(file, readHistoryAction)
      if ('problem' in looked) return problems[looked.problem] ?? history.trouble
      setStanding({ sheet: { ...looked, fileName: file?.name ?? '' } })
      return undefined
    })

  const map = (sheet: Sheet, mapping: HistoryMapping) => setStanding({ sheet: { ...sheet, mapping } })

  const check = (sheet: Sheet) =>
    perform('checking', async () => {
      const checked: TakenRow[] = []
      for (const rows of historyChunks(sheet)) {
        const answer = await checkHistoryAction(rows)
        if (!answer.ok) return history.trouble
        checked.push(...answer.value.rows)
        setWork({ doing: 'checking', done: checked.length })
      }
      setStanding((before) => ({ ...before, checked }))
      return undefined
    })

  const take = (sheet: Sheet) =>
    perform('importing', async () => {
      const importId = standing.importId ?? (await begun(sheet))
      if (importId === undefined) return history.trouble
      const isWhole = await takeRows(sheet, importId, (taken) => setStanding((before) => ({ ...before, importId, taken })))
      return isWhole ? undefined : history.trouble
    })

  return { ...standing, work, problem, choose, map, check, take }
}

/** Takes the rows in, a few at a time; what was taken in before is answered as it was then. */
async function takeRows(sheet: Sheet, importId: string, onProgress: (taken: TakenRow[]) => void): Promise<boolean> {
  const taken: TakenRow[] = []
  for (const rows of historyChunks(sheet)) {
    const answer = await writeHistoryAction({ importId, rows })
    if (!answer.ok) return false
    taken.push(...answer.value.rows)
    onProgress([...taken])
  }
  return true
}

async function begun({ fileName, records }: Sheet) {
  const total = records.length
  const answer = await startHistoryAction({ fileName: fileName.slice(0, 200), total, knownWhenSent: true })
  return answer.ok ? answer.value.importId : undefined
}
