'use client'
import { useCallback, useState } from 'react'

const glowMs = 1000

/** The cards that have just changed, for the second they glow. */
export function useFresh() {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const glow = useCallback((id: string) => {
    setFresh((all) => new Set([...all, id]))
    setTimeout(() => setFresh((all) => new Set([...all].filter((one) => one !== id))), glowMs)
  }, [])
  return { fresh, glow }
}
