import { inTransaction } from '@/db/client'
import { type Actor, contextOf } from '@/lib/core/actor'
import { sha256 } from '@/lib/platform/hash'
import type { AnalyticsFilter } from './filter'
import { countsShown, read, shown } from './read.queries'
import { roundingFor } from './rounding'
import { seesCases } from './told.queries'

type Asked = { actor: Actor; now: Date; filter: AnalyticsFilter; limit: number }
type View = Awaited<ReturnType<typeof shown>>
/** How far the gathering of a large office is, in parts; or since when the figures stand. */
type Gathering = { done: number; total: number } | { asOf: string }
/** `counts`: what may be told before the statistics are there. */
type Work = { answer: Promise<View>; counts?: View; done: number; total: number; began: Date }

/**
 * What a filter means in a large office: part by part in short transactions of their own, behind one another's back and nobody's
 * request, and kept for an hour. Whoever asks waits for `patience` milliseconds and is then told how far it is, with the counts and
 * rates as soon as these are known.
 */
export async function gathered(asked: Asked, patience: number): Promise<View & { gathering: Gathering }> {
  const key = sha256(JSON.stringify([asked.actor.organisationId, asked.limit, seesCases(asked), asked.filter]))
  const work = fresh(key, asked.now) ?? begin(key, asked)
  const view = await Promise.race([work.answer, elapsed(patience)])
  if (view !== undefined) return { ...view, gathering: { asOf: work.began.toISOString() } }
  const { done, total, counts } = work
  return { ...(counts ?? { ...(await countsShown(nothingYet(asked))), ...notYet }), gathering: { done, total } }
}

const notYet = { why: 'gathering' } as const

const known = new Map<string, Work>()
const [mostKept, keptFor] = [20, 3_600_000]

const fresh = (key: string, now: Date) => {
  const work = known.get(key)
  return work !== undefined && now.getTime() - work.began.getTime() < keptFor ? work : undefined
}

/** One after the other: two at once would take twice as long, and the database is there for others too. */
let line: Promise<unknown> = Promise.resolve()

function begin(key: string, asked: Asked): Work {
  const work: Work = { answer: line.then(gather), done: 0, total: 0, began: asked.now }
  line = work.answer.catch(() => known.delete(key))
  known.set(key, work)
  const [oldest] = known.keys()
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
  return work

  async function gather() {
    const { actor, now, filter, limit } = asked
    const tx: Parameters<typeof read>[0]['tx'] = {
      execute: (query) => inTransaction({ ...contextOf(actor), patient: true }, (own) => own.execute(query)),
    }
    const step = (done: number, total: number) => Object.assign(work, { done, total })
    const found = await read({ actor, now, tx, atOnce: 2, step }, filter, { limit })
    work.counts = await countsShown(found)
    return shown(found)
  }
}

const nothingYet = ({ actor, now, filter, limit }: Asked) => ({
  ...{
    counts: { sent: 0, clients: 0, by: new Map(), importedBy: new Map() },
    reach: null,
    found: null,
    teams: [],
    without: 0,
    corrected: 0,
  },
  ...{ limit, round: roundingFor(limit, actor.organisationId), asked: filter, today: now.toISOString().slice(0, 10) },
})

const elapsed = (ms: number) => new Promise<undefined>((done) => setTimeout(done, ms, undefined).unref())
