import type { Card } from '@/lib/cases/card'
import type { Answer, Problem } from '../api'
import { type Before, type BulkKind, type Call, callBack, type Deed } from './deeds'

/** What came of one case. `same`: it was so already, nothing was sent. */
export type Outcome =
  | { card: Card; kind: 'done'; before: Before; version: number }
  | { card: Card; kind: 'same' }
  | { card: Card; kind: 'refused'; problem: Problem }
  | { card: Card; kind: 'lost' }

type Told = { card?: Card; version?: number; before?: Before }

export type Sender = {
  tell: <Value>(path: string, body: object, key?: string) => Promise<Answer<Value>>
  /** A card as the server answered it. */
  onCard: (card: Card) => void
  onProgress: (done: number) => void
  /** Asked before each case: has somebody stopped it? */
  isStopped: () => boolean
}

/** So many calls are under way at once: quick enough, and others still get their turn. */
const lanes = 3

/**
 * Does one thing to many cases, a command of its own for each: permission, audit and version are looked at case by case, and
 * one that is refused leaves the others alone. `key` makes a repeat of the same run harmless: every case has its own from it.
 * @returns what came of each case that was tried, in the order of `cards`
 */
export async function runBulk(
  cards: readonly Card[],
  deed: Deed,
  { key, ...sender }: Sender & { key: string },
): Promise<Outcome[]> {
  const one = async (card: Card): Promise<Outcome> => {
    if (deed.isSo(card)) return { card, kind: 'same' }
    return outcomeOf(card, await sender.tell<Told>(...sent(deed.call(card), key, card)), sender)
  }
  return inLanes(cards, one, sender)
}

/** Takes a run back, case by case, by the same commands; a case that has changed since is left alone and named. */
export async function takeBack(kind: BulkKind, outcomes: readonly Outcome[], { key, ...sender }: Sender & { key: string }) {
  const done = outcomes.filter((outcome) => outcome.kind === 'done')
  const one = async ({ card, before, version }: (typeof done)[number]): Promise<Outcome> => {
    const call = callBack(kind, card.id, version, before)
    if (call === undefined) return { card, kind: 'refused', problem: { code: 'no_before', detail: '' } }
    return outcomeOf(card, await sender.tell<Told>(...sent(call, key, card)), sender)
  }
  return inLanes(done, one, sender)
}

/** A key per case, and per version where one is named: a case read anew is another call, the same call again is none. */
const sent = ({ path, body }: Call, key: string, { id, v }: Card): [string, object, string] => [
  ...([path, body] as const),
  'version' in body ? `${key}-${id}-${v}` : `${key}-${id}`,
]

function outcomeOf(card: Card, answer: Answer<Told>, { onCard }: Pick<Sender, 'onCard'>): Outcome {
  if (answer.kind === 'lost') return { card, kind: 'lost' }
  if (answer.kind === 'refused') return { card, kind: 'refused', problem: answer.problem }
  const { card: fresh = card, before = {}, version = fresh.v } = answer.value
  if (answer.value.card !== undefined) onCard(fresh)
  return { card: fresh, kind: 'done', before, version }
}

/** A few at a time, in order, until all are done or somebody stops it. */
async function inLanes<Job>(jobs: readonly Job[], work: (job: Job) => Promise<Outcome>, { onProgress, isStopped }: Sender) {
  const outcomes: (Outcome | undefined)[] = jobs.map(() => undefined)
  const waiting = jobs.map((job, index) => ({ job, index }))
  let done = 0
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined && !isStopped(); next = waiting.shift()) {
      outcomes[next.index] = await work(next.job)
      done += 1
      onProgress(done)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return outcomes.filter((outcome) => outcome !== undefined)
}

/** Outcomes by what came of them. */
export const counted = (outcomes: readonly Outcome[]) => ({
  done: outcomes.filter(({ kind }) => kind === 'done').length,
  same: outcomes.filter(({ kind }) => kind === 'same').length,
  failed: outcomes.filter((outcome) => outcome.kind === 'refused' || outcome.kind === 'lost'),
})
