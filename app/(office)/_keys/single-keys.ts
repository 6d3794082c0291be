'use client'
import { useCallback, useSyncExternalStore } from 'react'

const storageKey = 'parley.singleKeys'

/** Whether keys that write a character do anything (WCAG 2.1.4). */
export const areSingleKeysOn = () => localStorage.getItem(storageKey) !== 'off'

/** The switch for single keys; remembered in this browser, because it is about who sits here with which tools. */
export function useSingleKeys() {
  const isOn = useSyncExternalStore(subscribe, areSingleKeysOn, () => true)
  const set = useCallback((on: boolean) => {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
    dispatchEvent(new StorageEvent('storage'))
  }, [])
  return [isOn, set] as const
}

function subscribe(onChange: () => void) {
  addEventListener('storage', onChange)
  return () => removeEventListener('storage', onChange)
}
