import type { Actor } from '@/lib/core/actor'
import type { Listener } from './channel'
import { concerns } from './told'

/** Proxies close a silent connection after half a minute or so. */
const heartbeatMs = 25_000
/** Then the browser connects again and is looked at from the start. */
const lifetimeMs = 30 * 60_000

type Open = {
  actor: Actor
  listen: (listener: Listener) => Promise<() => void>
  /** Says that this board is open, or no longer. */
  sign: (isHere: boolean) => void
  signal: AbortSignal
  /** Whether who listens is still signed in; asked at every heartbeat. */
  isStillHere: () => Promise<boolean>
}

/**
 * What one browser hears, as text of server-sent events: `case` {id, v} for each change within the actor's scope, `missed`
 * when it should look at everything again, `present` [id] for the colleagues who have the board open too.
 */
export function boardStream({ actor, listen, sign, signal, isStillHere }: Open): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isOver = false
  let quit = () => {
    isOver = true
  }
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const stop = await listen({
        told: (told) => {
          if (concerns(actor, told)) send(`event: case\ndata: ${JSON.stringify({ id: told.case, v: told.v })}\n\n`)
        },
        missed: () => send('event: missed\ndata:\n\n'),
        present: (org, users) => {
          if (org !== actor.organisationId) return
          send(`event: present\ndata: ${JSON.stringify(users.filter((id) => id !== actor.id))}\n\n`)
        },
      })
      // Left while the connection was opened: whoever went on listening would break the round of those told after it.
      if (isOver || signal.aborted) return stop()
      const close = () => {
        if (isOver) return
        quit()
        controller.close()
      }
      const beat = setInterval(async () => {
        const isHere = await isStillHere().catch(() => false)
        if (isOver) return
        if (!isHere) return close()
        send(': still here\n\n')
        sign(true)
      }, heartbeatMs)
      const end = setTimeout(close, lifetimeMs)
      quit = () => {
        isOver = true
        stop()
        sign(false)
        clearInterval(beat)
        clearTimeout(end)
      }
      signal.addEventListener('abort', quit)
      send('retry: 1000\n\n')
      sign(true)
    },
    cancel: () => quit(),
  })
}
