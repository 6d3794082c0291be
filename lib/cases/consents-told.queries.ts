import type { ConsentChannel } from '@/db/vocabulary'
import { authorisationsOf, consentsOf } from '@/lib/clients/file.queries'
import { instantOf } from '@/lib/contacts/local-instant'
import type { Reading } from '@/lib/core/query'
import type { Case } from './scope.queries'

/** A stretch of time, its later end in it and its earlier not; null where it is open. */
type Stretch = { after: string | null; until: string | null }

/**
 * What the client of a case agreed to and took back, newest first, and which authority letters they signed and ended; what names another
 * lender belongs to the case with that lender.
 */
export async function consentsTold(reading: Reading, kase: Pick<Case, 'clientId' | 'creditorId'>, stretch: Stretch) {
  const [all, papers] = [await consentsOf(reading, kase.clientId), await authorisationsOf(reading, kase.clientId)]
  const consents = all.filter(({ creditorId }) => creditorId === null || creditorId === kase.creditorId)
  return [...consents.flatMap(linesOf), ...papers.flatMap((paper) => linesOfPaper(paper, reading.actor.timeZone))]
    .filter(({ at }) => isIn(stretch, at))
    .toSorted((a, b) => b.at.localeCompare(a.at))
}

type Consent = Awaited<ReturnType<typeof consentsOf>>[number]

const linesOf = ({ purpose, channel, givenAt, withdrawnAt }: Consent) => [
  ...(withdrawnAt === null ? [] : [{ at: withdrawnAt, event: { type: 'consent.withdrawn', purpose }, channel: null }]),
  { at: givenAt, event: { type: 'consent.given', purpose }, channel },
]

type Paper = Awaited<ReturnType<typeof authorisationsOf>>[number]

/** A paper bears the day it was signed, and no hour. */
function linesOfPaper({ id: authorisationId, signedAt, signedOn, revokedAt }: Paper, zone: string) {
  const at = (signedAt ?? instantOf(`${signedOn}T00:00`, zone))?.toISOString()
  const channel: ConsentChannel = signedAt === null ? 'PAPER' : 'PORTAL'
  return [
    ...(revokedAt === null ? [] : [{ at: revokedAt, event: { type: 'authorisation.revoked', authorisationId }, channel: null }]),
    ...(at === undefined ? [] : [{ at, event: { type: 'authorisation.recorded', authorisationId }, channel }]),
  ]
}

const isIn = ({ after, until }: Stretch, at: string) => (after === null || at > after) && (until === null || at <= until)
