'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAskBeforeClosing } from '@/app/_ui/ask-before-closing'
import type { RefusalCode } from '@/lib/core/refusal'
import { saveProposalAction } from '../actions'

type Values = Omit<Parameters<typeof saveProposalAction>[0], 'versionId' | 'version'>
export type SaveState = {
  is: 'saved' | 'waiting' | 'saving' | 'failed' | 'refused'
  at: string | null
  code?: RefusalCode
  approvalLost?: boolean
  declarationLost?: boolean
}

/** The draft as the server has it: its version, when it was last kept, and what it says. */
type Kept = { id: string; version: number; savedAt: string | null; content: Values }

const idleMs = 2_000
const idle = Promise.resolve(true)

/**
 * Keeps a draft on the server two seconds after the last change, and at once when asked to; one call at a time. What
 * could not be kept is tried again with the next change or when the network is back. Closing the page before it is kept
 * asks first: a call under way ends with its page.
 */
export function useAutosave({ id: versionId, version: startVersion, savedAt, content }: Kept, values: Values) {
  const router = useRouter()
  const key = JSON.stringify(values)
  const [state, setState] = useState<SaveState>({ is: 'saved', at: savedAt })
  const held = useRef({ ...{ version: startVersion, savedKey: key, values, key, refused: false }, running: idle })
  held.current = { ...held.current, values, key }

  // Declared or approved meanwhile, it has another version and says the same: going on with that is no conflict.
  const contentKey = JSON.stringify(content)
  useEffect(() => {
    const { savedKey, version } = held.current
    if (contentKey === savedKey && startVersion > version) held.current.version = startVersion
  }, [contentKey, startVersion])

  const saveNow = useCallback(async (): Promise<boolean> => {
    const { refused, savedKey, key: sent, version, values: changed } = held.current
    if (sent === savedKey) return true
    if (refused) return false
    setState((before) => ({ ...before, is: 'saving' }))
    const answer = await saveProposalAction({ versionId, version, ...changed }).catch(() => undefined)
    Object.assign(held.current, learnt(answer, sent))
    setState(after(answer))
    return answer?.ok === true && held.current.key === sent
  }, [versionId])

  // Whoever asks while one call is on its way waits for it: a press of the button is never for nothing.
  const save = useCallback(() => {
    held.current.running = held.current.running.then(saveNow)
    return held.current.running
  }, [saveNow])

  useEffect(() => {
    if (key === held.current.savedKey) return
    setState((before) => (before.is === 'refused' ? before : { ...before, is: 'waiting' }))
    const timer = setTimeout(save, idleMs)
    return () => clearTimeout(timer)
  }, [key, save])

  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && void save()
    const again = () => void save()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', again)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', again)
      // Left by a link, the page is gone and the call goes on.
      void save()
    }
  }, [save])

  useAskBeforeClosing(() => held.current.key !== held.current.savedKey && !held.current.refused)

  // Sent meanwhile, here or elsewhere: the page shows it as it went out.
  useEffect(() => {
    if (state.code === 'immutable') router.refresh()
  }, [state.code, router])

  return { state, save }
}

type SaveAnswer = Awaited<ReturnType<typeof saveProposalAction>> | undefined

/** What a call teaches: the next version number, or that going on would only overwrite somebody's work. */
function learnt(answer: SaveAnswer, sent: string) {
  if (answer === undefined) return {}
  if (answer.ok) return { version: answer.value.version, savedKey: sent }
  return { refused: answer.code === 'conflict' || answer.code === 'immutable' }
}

const after =
  (answer: SaveAnswer) =>
  (before: SaveState): SaveState => {
    if (answer === undefined) return { ...before, is: 'failed' }
    if (!answer.ok) return { ...before, is: 'refused', code: answer.code }
    const { savedAt, approvalLost, declarationLost } = answer.value
    return {
      ...{ is: 'saved', at: savedAt, approvalLost: approvalLost || before.approvalLost === true },
      declarationLost: declarationLost || before.declarationLost === true,
    }
  }
