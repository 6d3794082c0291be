import { yuan } from '@/app/_parts/amount'
import type { Affordability } from '@/lib/offers/affordability'

/** The month that is dearest, as the sentence about it takes it. */
export const dearMonth = ({ dearest, dearestOn, dearestIs }: Affordability) => ({
  which: dearestIs,
  date: dearestOn,
  amount: yuan(dearest),
})
