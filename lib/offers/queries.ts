import { z } from 'zod'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query } from '@/lib/core/query'
import { amount, optional } from '@/lib/platform/fields'
import { toText } from '@/lib/platform/money'
import { sourceOf } from '@/lib/proposals/source.queries'
import { generateOffers } from './generate'

/**
 * Offers for a case, worked out from what is recorded: its loan notes, the latest financial statement, and what the
 * household owes elsewhere. `funds` is money that could be paid at once. Nothing is kept.
 */
export const listOffers = query({
  name: 'offer.list',
  input: z.strictObject({ caseId: z.uuid(), funds: optional(amount) }),
  async run(reading, { caseId, funds }) {
    const kase = await visibleCase(reading, caseId)
    const { sheets, statement, hardship, today, elsewhere } = await sourceOf(reading, kase)
    const offers = generateOffers({
      ...{ sheets, elsewhere, surplus: statement?.disposable ?? null, funds: funds === null ? null : toText(funds) },
      ...{ easesOn: hardship?.until ?? null, from: today },
    })
    return { ...offers, surplus: statement?.disposable ?? null, reserve: statement?.reserve ?? null, elsewhere }
  },
})
