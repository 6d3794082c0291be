'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { readShown, type Shown, shownText } from './shown'

const key = 'parley.shown'
const changed = 'parley:shown'

/** Remembers in this tab what a page showed, once it is left. */
export function useKeptShown(shown: () => Shown) {
  const latest = useRef(shown)
  latest.current = shown
  useEffect(
    () => () => {
      sessionStorage.setItem(key, shownText(latest.current()))
      dispatchEvent(new Event(changed))
    },
    [],
  )
}

/** What the page before showed; nothing before scripts run, or in a tab that was opened at a case. */
export const useShown = () => readShown(useSyncExternalStore(subscribe, read, () => null))

const read = () => sessionStorage.getItem(key)
function subscribe(onChange: () => void) {
  addEventListener(changed, onChange)
  return () => removeEventListener(changed, onChange)
}
