import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, money, organisationId, version } from '../columns'
import { type consentChannels, fallbackOptions, fallbackStatuses, referralTypes, type sharedKinds } from '../vocabulary'
import { cases } from './cases'

/** What one kind of option knows beside its amount and date; amounts as decimal text, percent a year. */
export type FallbackTerms = {
  /** FAMILY_HELP: to be paid back, and whether that is in writing. */
  isLoan?: boolean
  isWritten?: boolean
  /** REFINANCE: the loan that is thought of. */
  annualPercent?: string
  periods?: number
  fee?: string
  /** REFERRAL: to whom, what they charge, and what the client lets us tell them (PIPL 23). */
  bodyId?: string
  bodyFee?: string
  shared?: (typeof sharedKinds)[number][]
  consentedOn?: string
  consentChannel?: (typeof consentChannels)[number]
}

/** A way on after a refusal (FB-01 to FB-05). Amounts in CNY; what `amount` and `progress` mean depends on the kind. */
export const fallbackPlans = pgTable(
  'fallback_plans',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text({ enum: fallbackOptions }).notNull(),
    status: text({ enum: fallbackStatuses }).notNull().default('OPEN'),
    title: text().notNull().default(''),
    /** FAMILY_HELP: given · REFINANCE: borrowed · BUDGET: a month more to spare · SAVINGS_GOAL: to be saved. */
    amount: money().notNull(),
    progress: money().notNull(),
    /** SAVINGS_GOAL: put aside a month. */
    monthly: money(),
    targetOn: civilDate(),
    terms: jsonb().$type<FallbackTerms>().notNull().default({}),
    note: text().notNull().default(''),
    by: uuid().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('fallback_plans_case').on(t.orgId, t.caseId),
    index('fallback_plans_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)

/** Organisations this office has approved for referrals; each says what it charges. */
export const referralBodies = pgTable(
  'referral_bodies',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    name: text().notNull(),
    type: text({ enum: referralTypes }).notNull(),
    contact: text().notNull(),
    isFree: boolean().notNull(),
    fee: text().notNull().default(''),
    /** Where the facts come from and the day they were checked. */
    source: text().notNull(),
    asOf: civilDate().notNull(),
    approvedBy: uuid().notNull(),
    retiredAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
)
