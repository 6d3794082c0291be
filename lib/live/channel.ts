import postgres from 'postgres'
import { databaseSettings } from '@/db/env'
import { Presence, readSign, type Sign } from './presence'
import { readTold, type Told } from './told'

export type Listener = {
  told: (told: Told) => void
  /** The connection was lost and is back: what happened meanwhile is unknown. */
  missed: () => void
  /** Who has the board open in one office, whenever that changes. */
  present: (org: string, users: string[]) => void
}

/** One connection for the whole process, however many browsers listen. */
const listeners = new Set<Listener>()
let opening: ReturnType<typeof open> | undefined

const presence = new Presence((org) => {
  for (const listener of listeners) listener.present(org, presence.here(org))
})

/** Hears every change of a case as it is committed. Returns how to stop. The `postgres` package subscribes again by itself. */
export async function listen(listener: Listener): Promise<() => void> {
  opening ??= open()
  try {
    await opening
  } catch (error) {
    opening = undefined
    throw error
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells every instance that a board is open, or no longer. What cannot be told is no harm: the next sign of life is. */
export async function signal(sign: Sign): Promise<void> {
  const sql = await opening
  await sql?.notify('presence', JSON.stringify(sign))
}

async function open() {
  const sql = postgres(databaseSettings().PARLEY_APP_URL, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  let isBack = false
  const hear = (text: string) => {
    const told = readTold(text)
    if (told !== undefined) for (const listener of listeners) listener.told(told)
  }
  const back = () => {
    if (isBack) for (const listener of listeners) listener.missed()
    isBack = true
  }
  try {
    await sql.listen('board', hear, back)
    await sql.listen('presence', (text) => {
      const sign = readSign(text)
      if (sign !== undefined) presence.take(sign)
    })
    return sql
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw error
  }
}
