/** How one try of a file ended: taken, refused with a word for why, or nobody was reached. */
export type Outcome = { state: 'taken' | 'unreachable' } | { state: 'refused'; word: string }
export type Row = {
  /** Its place in the queue; names repeat, for some phones call every photo the same. */
  at: number
  name: string
  state: 'waiting' | 'sending' | 'resting' | 'taken' | 'refused' | 'unreachable'
  percent: number
  word: string
}

/** What the browser does for the queue. */
export type Means<F> = {
  send: (file: F, onPercent: (percent: number) => void) => Promise<Outcome>
  /** Until there is a network again, or it is time for another try. */
  rest: (attempt: number) => Promise<void>
  tell: (rows: readonly Row[]) => void
}

const mostTries = 5

/**
 * Sends files one after the other, so that a network that breaks off costs one photo and not all of them. Each is tried five
 * times; every step is told. @returns those that were not taken
 */
export async function sendAll<F extends { name: string }>(files: readonly F[], { send, rest, tell }: Means<F>): Promise<F[]> {
  const rows = files.map(({ name }, at): Row => ({ at, name, state: 'waiting', percent: 0, word: '' }))
  const change = (at: number, changes: Partial<Row>) => {
    rows.splice(at, 1, ...rows.slice(at, at + 1).map((row) => ({ ...row, ...changes })))
    tell([...rows])
  }
  for (const [at, file] of files.entries()) {
    const sending = () => send(file, (percent) => change(at, { state: 'sending', percent }))
    const resting = (attempt: number) => {
      change(at, { state: 'resting' })
      return rest(attempt)
    }
    change(at, { state: 'sending' })
    change(at, await untilReached(sending, resting))
  }
  return files.filter((_, at) => rows[at]?.state !== 'taken')
}

async function untilReached(send: () => Promise<Outcome>, rest: (attempt: number) => Promise<void>): Promise<Outcome> {
  for (let attempt = 1; attempt < mostTries; attempt += 1) {
    const outcome = await send()
    if (outcome.state !== 'unreachable') return outcome
    await rest(attempt)
  }
  return send()
}
