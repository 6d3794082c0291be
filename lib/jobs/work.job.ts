import { randomUUID } from 'node:crypto'
import type { JobFailure } from '@/db/vocabulary-jobs'
import { actorOfMember, organisationsHere } from '@/lib/core/accounts.queries'
import { isDatabaseTrouble } from '@/lib/core/database-trouble'
import { Refusal } from '@/lib/core/refusal'
import { reportBug } from '@/lib/core/report-bug'
import { tookTooLong } from '@/lib/core/took-too-long'
import { now as clock } from '@/lib/platform/clock'
import { reachOf } from './reach'
import { JobOver } from './runner'
import { runners } from './runners'
import { advance, fail, finish } from './settle.job'
import { type Held, takeUp } from './take-up.job'

/** No further job is begun after this long, so that mails and reminders wait for one at most. Milliseconds. */
const longestRound = 30_000

/**
 * Does the jobs that wait, one after the other: each is taken up, done in the name of who asked, with what they may do and see
 * at that moment, and ended; whoever dies in between leaves it to a later round. @returns how many came to an end
 */
export async function workOff(now: Date): Promise<number> {
  const until = performance.now() + longestRound
  let done = 0
  for (const { id } of await organisationsHere()) done += await workOffOffice(id, { now, until })
  return done
}

/** The same for one office, as soon as somebody has asked for something. */
export const beginNow = (organisationId: string) =>
  workOffOffice(organisationId, { now: clock(), until: performance.now() + longestRound }).catch((error: unknown) =>
    reportBug(error, randomUUID()),
  )

async function workOffOffice(organisationId: string, { now, until }: { now: Date; until: number }) {
  let done = 0
  while (performance.now() < until) {
    const held = await takeUp(organisationId, now)
    if (held === undefined) break
    await work(held, now)
    done += 1
  }
  return done
}

async function work(held: Held, now: Date) {
  try {
    await run(held, now)
  } catch (error) {
    const failure = failureOf(error)
    // Cancelled, given to another, or the database is away: the next round sees what is to be done.
    if (failure === undefined) return
    if (failure === 'BROKEN') reportBug(error, randomUUID())
    await fail(held, failure, now).catch(passOver)
  }
}

async function run(held: Held, now: Date) {
  const actor = await actorOfMember({ organisationId: held.orgId, userId: held.by }, now)
  if (actor === undefined || actor.kind !== 'staff') throw new Refusal('forbidden')
  const made = await runners[held.kind]({ spec: held.spec, actor, now, advance: () => advance(held) })
  await finish(held, { ...made, reach: reachOf(actor) }, now)
}

/** What the same job would fail with again; undefined where it need not. */
export function failureOf(error: unknown): JobFailure | undefined {
  if (error instanceof JobOver) return undefined
  if (error instanceof Refusal) return error.code === 'forbidden' ? 'FORBIDDEN' : 'BROKEN'
  if (tookTooLong(error)) return 'TOO_LONG'
  return isDatabaseTrouble(error) ? undefined : 'BROKEN'
}

function passOver(error: unknown) {
  if (!(error instanceof JobOver)) throw error
}
