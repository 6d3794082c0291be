import { consentsOf } from '@/lib/clients/file.queries'
import type { Reading } from '@/lib/core/query'
import type { Case } from './scope.queries'

/** A stretch of time, its later end in it and its earlier not; null where it is open. */
type Stretch = { after: string | null; until: string | null }

/** What the client of a case agreed to and took back, newest first; what names another lender belongs to the case with that lender. */
export async function consentsTold(reading: Reading, kase: Pick<Case, 'clientId' | 'creditorId'>, stretch: Stretch) {
  const all = await consentsOf(reading, kase.clientId)
  return all
    .filter(({ creditorId }) => creditorId === null || creditorId === kase.creditorId)
    .flatMap(linesOf)
    .filter(({ at }) => isIn(stretch, at))
    .toSorted((a, b) => b.at.localeCompare(a.at))
}

type Consent = Awaited<ReturnType<typeof consentsOf>>[number]

const linesOf = ({ purpose, channel, givenAt, withdrawnAt }: Consent) => [
  ...(withdrawnAt === null ? [] : [{ at: withdrawnAt, event: { type: 'consent.withdrawn', purpose }, channel: null }]),
  { at: givenAt, event: { type: 'consent.given', purpose }, channel },
]

const isIn = ({ after, until }: Stretch, at: string) => (after === null || at > after) && (until === null || at <= until)
