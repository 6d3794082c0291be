import postgres from 'postgres'
import { databaseSettings } from '@/db/env'
import { readTold, type Told } from './told'

export type Listener = {
  told: (told: Told) => void
  /** The connection was lost and is back: what happened meanwhile is unknown. */
  missed: () => void
}

/** One connection for the whole process, however many browsers listen. */
const listeners = new Set<Listener>()
let opening: Promise<unknown> | undefined

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
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw error
  }
}
