'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAskBeforeClosing } from '@/app/_ui/ask-before-closing'
import { type Draft, draftOf, dropDrafts, keepDraft } from '@/app/_ui/drafts'
import { typedTexts } from './form-values'

/** Where a draft is kept on the server: read once, and written, no fields to drop it; an answer of null did not come. */
export type ServerDraft = {
  read: () => Promise<{ values: Draft; savedAt: string | null } | null>
  write: (values: Draft) => Promise<{ savedAt: string | null } | null>
}

const none: Draft = {}
const idleMs = 2_000

/**
 * What was typed before the page was loaded anew, where the form keeps a draft under a name: in this tab, and where
 * `server` is given there too, two seconds after the last key, so that it survives the tab. `savedAt` is when it was.
 */
export function useDraft(name: string | undefined, server: ServerDraft | undefined) {
  const [draft, setDraft] = useState(none)
  const { savedAt, found, keepThere, drop } = useServerDraft(server)
  useEffect(() => {
    if (name !== undefined) setDraft(draftOf(name) ?? none)
  }, [name])
  return {
    draft: { ...found, ...draft },
    savedAt,
    keep: (form: HTMLFormElement) => {
      if (name === undefined) return
      const typed = typedTexts(new FormData(form))
      keepDraft(name, typed)
      keepThere(typed)
    },
    drop: () => {
      if (name === undefined) return
      dropDrafts(name)
      setDraft(none)
      drop()
    },
  }
}

function useServerDraft(server: ServerDraft | undefined) {
  const [found, setFound] = useState(none)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const held = useRef<{ server: ServerDraft | undefined; timer: ReturnType<typeof setTimeout> | undefined; isTyped: boolean }>({
    ...{ server, timer: undefined, isTyped: false },
  })
  useAskBeforeClosing(() => held.current.timer !== undefined)
  useEffect(() => {
    void held.current.server?.read().then((kept) => {
      // Somebody was faster than the answer: what they type now wins.
      if (kept === null || held.current.isTyped) return
      setFound(kept.values)
      setSavedAt(kept.savedAt)
    })
    return () => clearTimeout(held.current.timer)
  }, [])
  const keepThere = useCallback((typed: Draft) => {
    const { timer, server: there } = held.current
    clearTimeout(timer)
    held.current.isTyped = true
    if (there === undefined) return
    const kept = setTimeout(async () => {
      setSavedAt((await there.write(typed))?.savedAt ?? null)
      if (held.current.timer === kept) held.current.timer = undefined
    }, idleMs)
    held.current.timer = kept
  }, [])
  const drop = useCallback(() => {
    const { timer, server: there } = held.current
    clearTimeout(timer)
    held.current.timer = undefined
    setFound(none)
    setSavedAt(null)
    void there?.write(none)
  }, [])
  return { found, savedAt, keepThere, drop }
}
