import type { ReliefLine } from '@/db/schema/proposals'
import type { ReliefType, Treatment } from '@/db/vocabulary'
import { money, sum, zero } from '@/lib/platform/money'
import { arrearsBuckets } from '@/lib/relief/offer'
import type { DebtSheet } from './debt-sheet'
import type { WorkedLine } from './work-out'

type Sheet = Pick<DebtSheet, 'buckets' | 'accruing'>

/**
 * Whether it is a choice how what has accrued and is not waived is paid: a plan that spreads everything anew, and one payment
 * for everything, leave none.
 */
export const choosesTreatment = (types: readonly ReliefType[], sheet: Sheet): boolean =>
  !types.includes('INSTALMENT_PLAN') &&
  !types.includes('LUMP_SUM') &&
  (types.includes('PAYMENT_PAUSE') || accruedOf(sheet).gt(zero) || pauseAccrues(sheet))

/** How it is paid, as a letter tells it; undefined where nothing has accrued, or one payment settles everything. */
export function treatmentOf({ reliefs, treatment, waivedBuckets }: WorkedLine, sheet: Sheet): Treatment | undefined {
  const asked = (type: ReliefType) => reliefs.find((one) => one.type === type)
  const isLeft = accruedOf(sheet).gt(accruedOf({ buckets: waivedBuckets }))
  if (asked('LUMP_SUM') || !(isLeft || pauseAccrues(sheet) || accrues(asked('PAYMENT_PAUSE')))) return undefined
  return asked('INSTALMENT_PLAN') ? 'CAPITALISE' : treatment
}

const accruedOf = ({ buckets }: Pick<Sheet, 'buckets'>) => sum(arrearsBuckets.map((bucket) => money(buckets[bucket])))
const pauseAccrues = ({ accruing = [] }: Pick<Sheet, 'accruing'>) => accruing.some(({ joins }) => joins === 'interest')
const accrues = (pause: ReliefLine | undefined) => pause?.['interest'] === 'accrues'
