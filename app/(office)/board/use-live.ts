'use client'
import { useEffect, useRef } from 'react'

type Heard = { id: string; v: number }
type Handlers = { onCases: (changes: Heard[]) => void; onMissed: () => void; onPresent: (ids: string[]) => void }

/** Changes that come together are looked at together. */
const gatherMs = 200
/** Who has not touched the page for so long is away: the session may then end, which background traffic would prevent. */
const awayMs = 10 * 60_000

/** Listens to colleagues' changes while somebody is there, and says so when something may have been missed. */
export function useLive(handlers: Handlers) {
  const current = useRef(handlers)
  current.current = handlers
  useEffect(() => {
    const ear = new Ear(() => current.current)
    const stopWatching = watchPresence({ onAway: () => ear.close(), onBack: () => ear.open() })
    ear.open()
    return () => {
      stopWatching()
      ear.close()
    }
  }, [])
}

class Ear {
  #source: EventSource | undefined
  #gathered = new Map<string, number>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #wasOpen = false
  readonly #handlers: () => Handlers

  constructor(handlers: () => Handlers) {
    this.#handlers = handlers
  }

  open() {
    if (this.#source !== undefined) return
    this.#source = new EventSource('/api/board/live')
    this.#source.addEventListener('open', () => {
      if (this.#wasOpen) this.#handlers().onMissed()
      this.#wasOpen = true
    })
    this.#source.addEventListener('missed', () => this.#handlers().onMissed())
    this.#source.addEventListener('present', (event) => this.#handlers().onPresent(JSON.parse(event.data)))
    this.#source.addEventListener('case', (event) => this.#gather(JSON.parse(event.data)))
  }

  close() {
    this.#source?.close()
    this.#source = undefined
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#gathered.clear()
  }

  #gather({ id, v }: Heard) {
    this.#gathered.set(id, v)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      const changes = [...this.#gathered].map(([one, version]) => ({ id: one, v: version }))
      this.#gathered.clear()
      this.#handlers().onCases(changes)
    }, gatherMs)
  }
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

function watchPresence({ onAway, onBack }: { onAway: () => void; onBack: () => void }) {
  let timer = setTimeout(onAway, awayMs)
  const here = () => {
    clearTimeout(timer)
    timer = setTimeout(onAway, awayMs)
    onBack()
  }
  for (const sign of signs) addEventListener(sign, here, { passive: true })
  return () => {
    clearTimeout(timer)
    for (const sign of signs) removeEventListener(sign, here)
  }
}
