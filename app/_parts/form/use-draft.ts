'use client'
import { useEffect, useState } from 'react'
import { type Draft, draftOf, dropDrafts, keepDraft } from '@/app/_ui/drafts'
import { typedTexts } from './form-values'

const none: Draft = {}

/** What was typed before the page was loaded anew, where the form keeps a draft under a name. */
export function useDraft(name: string | undefined) {
  const [draft, setDraft] = useState(none)
  useEffect(() => {
    if (name !== undefined) setDraft(draftOf(name) ?? none)
  }, [name])
  return {
    draft,
    keep: (form: HTMLFormElement) => {
      if (name !== undefined) keepDraft(name, typedTexts(new FormData(form)))
    },
    drop: () => {
      if (name === undefined) return
      dropDrafts(name)
      setDraft(none)
    },
  }
}
