import { z } from 'zod'

/** Two heartbeats and a little: whoever is not heard of for so long has left without a word. */
const goneAfterMs = 60_000

const shape = z.object({ org: z.uuid(), user: z.uuid(), tab: z.uuid(), isHere: z.boolean() })

/** What one open board says of itself, to every instance: ids only. */
export type Sign = z.output<typeof shape>

/** Undefined where the text is not ours: anybody who may connect may also notify. */
export function readSign(text: string): Sign | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

type Tab = { org: string; user: string; timer: NodeJS.Timeout }

/** Who has the board open, office by office, as far as signs of life tell. Nothing of it is kept anywhere. */
export class Presence {
  readonly #tabs = new Map<string, Tab>()
  readonly #onChange: (org: string) => void

  constructor(onChange: (org: string) => void) {
    this.#onChange = onChange
  }

  take({ org, user, tab, isHere }: Sign) {
    const before = this.here(org)
    clearTimeout(this.#tabs.get(tab)?.timer)
    if (isHere) this.#tabs.set(tab, { org, user, timer: this.#leavesLater({ org, user, tab, isHere: false }) })
    else this.#tabs.delete(tab)
    if (this.here(org).join() !== before.join()) this.#onChange(org)
  }

  /** The people of one office, each once. */
  here(org: string): string[] {
    const users = [...this.#tabs.values()].filter((tab) => tab.org === org).map(({ user }) => user)
    return [...new Set(users)].toSorted()
  }

  #leavesLater(sign: Sign) {
    return setTimeout(() => this.take(sign), goneAfterMs).unref()
  }
}
