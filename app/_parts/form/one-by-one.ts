'use client'
import { useEffect } from 'react'

const underWay = new Set<symbol>()
const waiting = new Set<HTMLFormElement>()

/**
 * The forms of a page are sent one after the other: the version that the next one names comes with the answer to the one
 * before. Sent together, the second would be told that somebody else has changed what the first one changed.
 */
export function useTurn(isPending: boolean) {
  useEffect(() => {
    if (!isPending) return
    const turn = Symbol('turn')
    underWay.add(turn)
    return () => {
      underWay.delete(turn)
      if (underWay.size === 0) sendNext()
    }
  }, [isPending])
}

/** Whether another form is on its way; this one then follows by itself. */
export function mustWait(form: HTMLFormElement) {
  if (underWay.size === 0) return false
  waiting.add(form)
  return true
}

function sendNext() {
  const [next] = waiting
  if (next === undefined) return
  waiting.delete(next)
  if (next.isConnected) next.requestSubmit()
  else sendNext()
}
