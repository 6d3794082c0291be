'use client'
import { useCallback, useRef, useState } from 'react'
import type { Board } from './board-state'

/** The board as it is on the screen, with the latest state at hand for what happens between two renderings. */
export function useBoard(initial: Board) {
  const [board, show] = useState(initial)
  const latest = useRef(initial)
  const update = useCallback((change: (board: Board) => Board) => {
    latest.current = change(latest.current)
    show(latest.current)
  }, [])
  return { board, latest, update }
}

export type BoardStore = ReturnType<typeof useBoard>
