import { organisationsHere } from '@/lib/core/accounts.queries'
import { type Carrier, carrierHere, type Fate } from './carrier'
import { settle } from './settle.job'
import { type Held, takeUp } from './take-up.job'

/** A round ends after this long, so that a slow mail server keeps nothing else from being done. Milliseconds. */
const longestRound = 30_000

type Round = { now: Date; carrier: Carrier; end: number }

/**
 * Hands every mail that is due to the carrier, each at least once: it is taken up for a minute, handed over, and marked, each
 * in a transaction of its own. Whoever dies in between leaves it to a later round, which hands over the same Message-ID.
 * @returns how many the other side took
 */
export async function deliverDueMails(now: Date, carrier: Carrier = carrierHere()): Promise<number> {
  const round = { now, carrier, end: performance.now() + longestRound }
  let taken = 0
  try {
    for (const { id } of await organisationsHere()) {
      const done = await deliverFor(id, round)
      taken += done.taken
      if (done.isCutOff) break
    }
    return taken
  } finally {
    carrier.close()
  }
}

/** Cut off: our own mail server is not to be reached, and would not be for the next mail either. */
async function deliverFor(organisationId: string, { now, carrier, end }: Round) {
  let taken = 0
  while (performance.now() < end) {
    const held = await takeUp(organisationId, now)
    if (held === undefined) break
    const fate = await handOver(held, carrier, now)
    if (fate === 'unreachable') return { taken, isCutOff: true }
    if (fate === 'taken') taken += 1
  }
  return { taken, isCutOff: false }
}

/**
 * A carrier that breaks has not handed the mail over: it is put off, so that it keeps no other from going out, and whoever
 * looks after the installation is told.
 */
async function handOver(held: Held, carrier: Carrier, now: Date): Promise<Fate> {
  let fate: Fate = 'unreachable'
  try {
    fate = await carrier.carry(held.mail)
    return fate
  } finally {
    await settle(held, fate, now)
  }
}
