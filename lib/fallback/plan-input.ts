import { z } from 'zod'
import { consentChannels, sharedKinds } from '@/db/vocabulary'
import { amount, civilDay, paragraphs, percentField, requiredLine, whole } from '@/lib/platform/fields'
import { zero } from '@/lib/platform/money'

const some = amount.refine((value) => value.gt(zero), 'zero')
const note = paragraphs(500).default('')

/** The ways on after a refusal that are planned, each with what it has to say (FB-01 to FB-05). Amounts in CNY. */
export const planInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('FAMILY_HELP'),
    title: requiredLine(60),
    amount: some,
    isLoan: z.boolean(),
    isWritten: z.boolean().default(false),
    note,
  }),
  z.strictObject({
    kind: z.literal('REFINANCE'),
    amount: some,
    annualPercent: percentField,
    periods: whole(1, 360),
    fee: amount.default(zero),
    note,
  }),
  z.strictObject({
    kind: z.literal('REFERRAL'),
    bodyId: z.uuid('choice'),
    shared: z.array(z.enum(sharedKinds), 'required').min(1, 'required').max(sharedKinds.length),
    consentedOn: civilDay,
    consentChannel: z.enum(consentChannels),
    hasConsented: z.literal(true, 'sure'),
    knowsFee: z.literal(true, 'sure'),
    note,
  }),
  z.strictObject({ kind: z.literal('BUDGET'), title: requiredLine(80), amount: some, targetOn: civilDay, note }),
  z.strictObject({
    kind: z.literal('SAVINGS_GOAL'),
    title: requiredLine(80),
    amount: some,
    saved: amount.default(zero),
    monthly: amount,
    note,
  }),
])

export type PlanGiven = z.output<typeof planInput>
export type PlanKind = PlanGiven['kind']
export type PlanOf<Kind extends PlanKind> = Extract<PlanGiven, { kind: Kind }>
