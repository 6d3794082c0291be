'use client'
import { useEffect, useRef } from 'react'

/** Lets the browser ask before the page is closed or left by address while `isUnsaved` says that something would be lost. */
export function useAskBeforeClosing(isUnsaved: () => boolean) {
  const latest = useRef(isUnsaved)
  latest.current = isUnsaved
  useEffect(() => {
    const close = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault()
    }
    window.addEventListener('beforeunload', close)
    return () => window.removeEventListener('beforeunload', close)
  }, [])
}
