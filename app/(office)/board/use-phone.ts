'use client'
import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 767px)'

/** Whether there is room for one column only. */
export const usePhone = () =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(narrow).matches,
    () => false,
  )

function subscribe(onChange: () => void) {
  const query = matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
