import { annualCost } from '@/lib/schedules/annual-cost'
import { totalOf } from '@/lib/schedules/plan'
import { type Figures, type QuoteRequest, regularInstalment } from './figures'
import { asAgreed, current, type Offer } from './offer'
import { type OfferPlan, planOf } from './plan-of'
import { reliefs } from './reliefs'
import { type QuoteWarning, warningsOf } from './warnings'

/** A proposal for one debt worked out: as it is, as asked, and what lies between. */
export type Quote = Figures & { warnings: QuoteWarning[] }

/** Works a proposal out. The same request gives the same quote, in whatever order its reliefs stand. */
export function quote(request: QuoteRequest): Quote {
  const figures = figuresOf(request)
  return { ...figures, warnings: warningsOf(request, figures) }
}

/** Only the plan that follows where a request is granted, for looking through many. */
export function planAsked(request: QuoteRequest): OfferPlan {
  const debt = current(request.debt, request.from)
  return planOf({ debt, from: request.from }, offerOf({ ...request, debt }))
}

/** The offer that a request's reliefs add up to. */
function offerOf({ debt, reliefs: lines, treatment }: QuoteRequest): Offer {
  const start: Offer = { ...asAgreed(debt), ...(treatment && { treatment }) }
  return lines.reduce((offer, { type, ...params }) => reliefs[type].apply(offer, params, debt), start)
}

function figuresOf(request: QuoteRequest): Figures {
  const { surplus, from } = request
  const debt = current(request.debt, from)
  const offer = offerOf({ ...request, debt })
  const before = planOf({ debt, from }, asAgreed(debt))
  const after = planOf({ debt, from }, offer)
  const payments = after.rows.map(({ due, payment }) => ({ on: due, amount: payment }))
  return {
    before,
    after,
    offer,
    saving: totalOf(before.rows, 'payment').minus(totalOf(after.rows, 'payment')),
    waived: offer.waived,
    // One payment that settles everything has no yearly cost worth the name.
    annual: offer.lumpSum ? undefined : annualCost({ on: after.start, amount: after.owed }, payments),
    affordable: surplus && after.rows.every((row) => row.payment.lte(surplus)),
    buffer: surplus?.minus(regularInstalment(after.rows)),
  }
}
