import { yuan } from '@/app/_parts/amount'
import type { Affordability } from '@/lib/offers/affordability'
import type { CivilDate } from '@/lib/platform/dates'

type Dates = { inText: (date: CivilDate | null) => string }

/** The month that is dearest, as the sentence about it takes it. */
export const dearMonth = ({ dearest, dearestOn, dearestIs }: Affordability, { inText }: Dates) => ({
  which: dearestIs,
  date: inText(dearestOn),
  amount: yuan(dearest),
})
