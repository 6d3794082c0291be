'use client'
import { useEffect, useRef } from 'react'
import { chordOf, type Place, type ShortcutId, shortcutOf } from './shortcuts'
import { areSingleKeysOn } from './single-keys'
import { isTyping } from './typing'

type Acts = Partial<Record<ShortcutId, () => void>>

/** The keys of a kind of page: never while somebody types or composes, nor while a small window stands open. */
export function usePageKeys(place: Place, acts: Acts) {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = chordOf(event)
      if (chord === undefined || event.repeat || event.defaultPrevented || isTyping(event)) return
      const id = shortcutOf(chord, { place, singleKeys: areSingleKeysOn() })
      const act = id && latest.current[id]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [place])
}
