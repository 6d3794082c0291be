import type { FactorValue } from '@/db/schema/proposals'
import { type FactorId, factorIds } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import { debtServiceRatio, incomeDrop, offerBurden, surplusCover, voluntaryPayment } from './ability'
import { balance, creditorAndProduct, creditorsAndShare } from './balance'
import { evidenceCompleteness, requestsOnTime, thirdPartyEvidence } from './evidence'
import type { FactorFacts } from './facts'
import type { Found, MissingCode } from './found'
import { channelAndSpeaker, concessionAsked, hardshipType, planConcreteness, reliefAsked, termAndInstalment } from './offer'
import { creditRecordClean, earlierRestructures, onTimeRate, overdueEpisodes, ratedWillingness } from './record'
import { daysPastDueAtSending, firstContactTiming, overdueBand, preparationDays, quarterOfSending } from './timing'

/**
 * How a factor's value is written: days and counts are whole numbers, ratios decimal text, categories codes. A factor with
 * parts is a record of them.
 */
export type FactorKind = 'days' | 'count' | 'ratio' | 'category' | 'flag' | 'codes' | 'rating' | 'parts'
type Factor = { kind: FactorKind; compute: (facts: FactorFacts, at: CivilDate) => Found }

/** Raised with every change of a definition below. */
export const catalogueVersion = 1

/** F-01..F-27 as defined in domain.md 2.7, computed as of the civil day of sending. */
export const catalogue: Record<FactorId, Factor> = {
  'F-01': { kind: 'days', compute: daysPastDueAtSending },
  'F-02': { kind: 'category', compute: overdueBand },
  'F-03': { kind: 'days', compute: firstContactTiming },
  'F-04': { kind: 'days', compute: preparationDays },
  'F-05': { kind: 'category', compute: hardshipType },
  'F-06': { kind: 'parts', compute: incomeDrop },
  'F-07': { kind: 'ratio', compute: surplusCover },
  'F-08': { kind: 'ratio', compute: offerBurden },
  'F-09': { kind: 'ratio', compute: debtServiceRatio },
  'F-10': { kind: 'parts', compute: creditorsAndShare },
  'F-11': { kind: 'parts', compute: balance },
  'F-12': { kind: 'ratio', compute: evidenceCompleteness },
  'F-13': { kind: 'ratio', compute: requestsOnTime },
  'F-14': { kind: 'flag', compute: thirdPartyEvidence },
  'F-15': { kind: 'count', compute: overdueEpisodes },
  'F-16': { kind: 'ratio', compute: onTimeRate },
  'F-17': { kind: 'ratio', compute: voluntaryPayment },
  'F-18': { kind: 'flag', compute: creditRecordClean },
  'F-19': { kind: 'codes', compute: reliefAsked },
  'F-20': { kind: 'ratio', compute: concessionAsked },
  'F-21': { kind: 'parts', compute: termAndInstalment },
  'F-22': { kind: 'flag', compute: planConcreteness },
  'F-23': { kind: 'count', compute: earlierRestructures },
  'F-24': { kind: 'parts', compute: channelAndSpeaker },
  'F-25': { kind: 'parts', compute: creditorAndProduct },
  'F-26': { kind: 'category', compute: quarterOfSending },
  'F-27': { kind: 'rating', compute: ratedWillingness },
}

export type FrozenFactors = {
  values: Record<FactorId, FactorValue>
  missing: Partial<Record<FactorId, MissingCode>>
}

/** Every factor at once: its value, or null (of a part, too) and the code of what is missing. */
export function computeFactors(facts: FactorFacts, at: CivilDate): FrozenFactors {
  const values: Partial<Record<FactorId, FactorValue>> = {}
  const missing: FrozenFactors['missing'] = {}
  for (const id of factorIds) {
    const found = catalogue[id].compute(facts, at)
    values[id] = 'value' in found ? found.value : null
    if (found.missing !== undefined) missing[id] = found.missing
  }
  if (!isComplete(values)) throw new Error('a factor has no row in the catalogue')
  return { values, missing }
}

const isComplete = (values: Partial<Record<FactorId, FactorValue>>): values is Record<FactorId, FactorValue> =>
  factorIds.every((id) => id in values)
