'use client'
import { useKeptShown } from './kept'
import type { Shown } from './shown'

/** On pages written by the server: which cases stand on them, in their order. Draws nothing. */
export function KeepShown(shown: Shown) {
  useKeptShown(() => shown)
  return null
}
