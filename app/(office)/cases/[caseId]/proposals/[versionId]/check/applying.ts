import { money } from '@/lib/platform/money'
import type { Proposal } from '@/lib/proposals/queries'

type Version = { lines: readonly Pick<Proposal['lines'][number], 'waived'>[]; affordability: { fits: boolean } | null }

/** Answers that only some versions have: what is given up, and why more is offered than the household can bear. */
export const applying = ({ lines, affordability }: Version) => ({
  waived: lines.some(({ waived }) => money(waived).gt(0)),
  overReason: affordability?.fits === false,
})
