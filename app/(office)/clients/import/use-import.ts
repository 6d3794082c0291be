'use client'
import { useMessages } from 'next-intl'
import { useRef, useState } from 'react'
import type { TakenRow } from '@/app/(office)/_sheet/taken-row'
import type { ConsentChannel } from '@/db/vocabulary'
import { begin, checkSheet, readSheet, takeRows } from './steps'
import type { Sheet } from './table'

type Doing = 'reading' | 'checking' | 'importing'
const nothing = { checked: undefined, taken: [], importId: undefined }

type Standing = { sheet?: Sheet; checked: TakenRow[] | undefined; taken: TakenRow[]; importId: string | undefined }

/** The steps of an import on one page: read a file, check its rows, take them in. The file stays in the browser. */
export function useImport() {
  const sentenceOf = useSentences()
  const [standing, setStanding] = useState<Standing>(nothing)
  const [work, setWork] = useState<{ doing: Doing; done: number }>()
  const [problem, setProblem] = useState<string>()
  const isStopped = useRef(false)
  const know = (more: Partial<Standing>) => setStanding((before) => ({ ...before, ...more }))

  async function perform(doing: Doing, run: () => Promise<{ problem: string } | { value: unknown }>) {
    setProblem(undefined)
    setWork({ doing, done: 0 })
    isStopped.current = false
    const came = await run().catch(() => ({ problem: 'trouble' }))
    if ('problem' in came) setProblem(sentenceOf(came.problem))
    setWork(undefined)
  }

  const change = (sheet: Sheet) => setStanding({ ...nothing, sheet })
  const choose = (file: File | undefined) =>
    perform('reading', async () => {
      setStanding(nothing)
      const came = await readSheet(file)
      if ('value' in came) change(came.value)
      return came
    })
  const check = (sheet: Sheet) =>
    perform('checking', async () => {
      const came = await checkSheet(sheet, (done) => setWork({ doing: 'checking', done }))
      if ('value' in came) know({ checked: came.value })
      return came
    })
  const take = (sheet: Sheet, consent: ConsentChannel) =>
    perform('importing', async () => {
      const begun = standing.importId === undefined ? await begin(sheet, consent) : { value: standing.importId }
      if ('problem' in begun) return begun
      know({ importId: begun.value })
      const [before, onProgress] = [standing.taken, (taken: TakenRow[]) => know({ taken })]
      return takeRows(sheet, { importId: begun.value, before, onProgress, isStopped: () => isStopped.current })
    })
  const stop = () => {
    isStopped.current = true
  }
  return { ...standing, work, problem, choose, check, take, change, stop }
}

/** A sentence of this part by its name, with a dot before the name of a problem. */
function useSentences() {
  const { imports } = useMessages()
  const problems: Record<string, string> = imports.problem
  return (name: string) => problems[name.split('.')[1] ?? ''] ?? (name === 'stopped' ? imports.stopped : imports.trouble)
}
