'use client'
import { type UIEvent, useRef, useState } from 'react'
import { useTools } from './around'
import type { Column } from './board-state'

const nearEnd = 600

/** Loads a column's next page when its end comes near, or when asked. */
export function useMore({ stage, next }: Column) {
  const { loadMore } = useTools()
  const [isLoading, setLoading] = useState(false)
  const isBusy = useRef(false)
  const load = async () => {
    if (isBusy.current || next === null) return
    isBusy.current = true
    setLoading(true)
    await loadMore(stage)
    isBusy.current = false
    setLoading(false)
  }
  const onScroll = ({ currentTarget: list }: UIEvent<Element>) => {
    if (list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd) void load()
  }
  return { load, onScroll, isLoading }
}
