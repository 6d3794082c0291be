import { rate } from '@/lib/platform/money'
import type { FactorFacts } from './facts'
import { type Found, found, missing, ratioText } from './found'

const thirdParties: ReadonlySet<string> = new Set(['EMPLOYER', 'HOSPITAL', 'GOVERNMENT'])

/** F-12: required items of which one of the accepted types is verified ÷ required items; 0 where nothing is required. */
export function evidenceCompleteness({ evidence }: Pick<FactorFacts, 'evidence'>): Found {
  const verified = new Set(evidence.verified.map((item) => item.code))
  const met = evidence.required.filter((group) => group.some((code) => verified.has(code)))
  return found(ratioText(rate(met.length).div(Math.max(1, evidence.required.length))))
}

/** F-13: requests due by the day of sending that were met by their deadline ÷ requests due. */
export function requestsOnTime({ requests }: FactorFacts, at: string): Found {
  const due = requests.filter(({ deadline }) => deadline <= at)
  if (due.length === 0) return missing('NONE_DUE')
  const met = due.filter(({ deadline, fulfilledOn }) => fulfilledOn !== null && fulfilledOn <= deadline)
  return found(ratioText(rate(met.length).div(due.length)))
}

/** F-14: whether any verified item was issued by an employer, a hospital or the government. */
export const thirdPartyEvidence = ({ evidence }: FactorFacts): Found =>
  found(evidence.verified.some(({ issuer }) => thirdParties.has(issuer)))
