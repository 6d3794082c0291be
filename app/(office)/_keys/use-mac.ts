'use client'
import { useSyncExternalStore } from 'react'

/** Whether the keyboard says ⌘ where others say Ctrl. */
export const useMac = () => useSyncExternalStore(never, isMac, () => false)

const never = () => () => {}
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)
