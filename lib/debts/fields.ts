import { z } from 'zod'
import { creditStatuses, fundingModes, holderStages, repaymentMethods } from '@/db/vocabulary'
import { amount as anyAmount, civilDay, line, optional, percentField, whole } from '@/lib/platform/fields'
import { money } from '@/lib/platform/money'

/** A hundred million yuan: far above what anybody owes as a person, and what a slip of the keyboard soon reaches. */
const mostOwed = money('100000000')
const amount = anyAmount.refine((read) => read.lte(mostOwed), 'amount_limit')

/** A year at 1 % a day is above 360 %: a daily rate beyond it is a yearly one in the wrong field. */
const dailyPercent = percentField.refine((read) => read.lte('1'), 'daily_percent')
const share = percentField.refine((read) => read.lte('100'), 'hundred')

const periods = optional(whole(1, 600))

/** The balance as a bill shows it, CNY. */
export const bucketFields = {
  principal: amount,
  overduePrincipal: amount,
  interest: amount,
  overdueInterest: amount,
  penaltyPrincipal: amount,
  penaltyInterest: amount,
  fees: amount,
}

/** What may be said about a loan note (借据). Left out: not known, or, in a change, as it was. Null: not known. */
export const debtFields = z
  .strictObject({
    ...bucketFields,
    productId: z.uuid(),
    contractNumber: line(80),
    contractLender: line(120),
    currentHolder: line(120),
    collector: line(120),
    fundingMode: z.enum(fundingModes),
    holderStage: z.enum(holderStages),
    startedOn: optional(civilDay),
    endsOn: optional(civilDay),
    originalAmount: optional(amount),
    creditLimit: optional(amount),
    method: z.enum(repaymentMethods),
    dailyPercent: optional(dailyPercent),
    rateSource: z.enum(['CONTRACT', 'APP', 'CLIENT', 'UNKNOWN']),
    totalPeriods: periods,
    remainingPeriods: optional(whole(0, 600)),
    nextDueOn: optional(civilDay),
    oldestUnpaidDueOn: optional(civilDay),
    graceDays: whole(0, 60),
    creditStatus: z.enum(creditStatuses),
    disputed: z.boolean(),
    limitationLastInterruption: optional(civilDay),
    limitationBasis: line(300),
    overdueEpisodes: optional(whole(0, 500)),
    onTimePercent: optional(share),
    earlierRestructures: whole(0, 100),
  })
  .partial()
