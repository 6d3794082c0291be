import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, money, organisationId, version } from '../columns'
import { agreementStatuses, consentChannels, paymentOrders, type RepaymentMethod, type StrikeReason } from '../vocabulary'
import { cases } from './cases'
import type { Plan } from './proposals'

/** A payment that counts for nothing: when it was said to be made, its amount in CNY, why and when it was struck out. */
export type StruckPayment = { id: string; paidOn: string; amount: string; reason: StrikeReason; struckOn: string }

/** One loan note of an agreement: its own part of the plan, and the rate and method it goes on at as they were granted. */
export type AgreedNote = {
  debtId: string
  plan: Plan
  dailyPercent: string
  method: RepaymentMethod
  /** What of its instalments was paid under an earlier agreement, of one that was carried over. */
  paidEarly?: PlanPart[]
  /** What accrues before its first instalment, as in a pause with interest, period by period. */
  accruing?: AccruingPart[]
  /** Overdue principal that bears no interest until the instalment that asks for it. */
  interestFree?: InterestFree[]
  /** The period up to its first instalment, which is no month where its day was moved. */
  firstPeriod?: FirstPeriod
}

/** Days of a period; `interest` in CNY as text where thirty-day months do not tell it, as of one payment counted by days. */
export type FirstPeriod = { from: string; due: string; interest?: string }

/** Principal without interest until a day, CNY as text. */
export type InterestFree = { due: string; principal: string }

/** Interest of one period, CNY as text: the day on which it has accrued, and what it then joins. */
export type AccruingPart = { on: string; amount: string; joins: 'principal' | 'interest' }

/** A part of what a plan asks for on one day, CNY as text. */
export type PlanPart = { due: string; principal: string; interest: string }

export const agreements = pgTable(
  'agreements',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    versionId: uuid().notNull(),
    decisionId: uuid().notNull(),
    status: text({ enum: agreementStatuses }).notNull(),
    schedule: jsonb().$type<Plan>().notNull(),
    /** The plan that was negotiated, kept where the lender's paper says something else. */
    negotiated: jsonb().$type<Plan>(),
    /** Every loan note it covers; empty for an agreement made before this was kept. */
    notes: jsonb().$type<AgreedNote[]>().notNull().default([]),
    total: money().notNull(),
    paymentOrder: text({ enum: paymentOrders }).notNull().default('COSTS_INTEREST_PRINCIPAL'),
    /** What was struck out of its payments, oldest first. */
    struckOut: jsonb().$type<StruckPayment[]>().notNull().default([]),
    writtenConfirmationId: uuid(),
    confirmedOn: civilDate(),
    receiptOpenedAt: instant(),
    /** When the signature was put on record, and the day it bears: for a receipt on paper the one written on it. */
    receiptSignedAt: instant(),
    receiptSignedOn: civilDate(),
    receiptSignedName: text().notNull().default(''),
    /** In the portal, or on paper; null while it is not signed. */
    receiptChannel: text({ enum: consentChannels }),
    /** With what in the portal, told without model or version; empty where that is not known. */
    receiptDevice: text().notNull().default(''),
    overrideBy: uuid(),
    overrideReason: text().notNull().default(''),
    endedAt: instant(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('agreements_case').on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)

export const instalments = pgTable(
  'instalments',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    agreementId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    n: integer().notNull(),
    dueOn: civilDate().notNull(),
    principal: money().notNull(),
    interest: money().notNull(),
    fees: money().notNull(),
    amount: money().notNull(),
    paid: money().notNull(),
    paidOn: civilDate(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('instalments_n').on(t.orgId, t.agreementId, t.n),
    index('instalments_case').on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.agreementId], foreignColumns: [agreements.orgId, agreements.id] }).onDelete('cascade'),
  ],
)

export const payments = pgTable(
  'payments',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    agreementId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    paidOn: civilDate().notNull(),
    amount: money().notNull(),
    note: text().notNull().default(''),
    evidenceId: uuid(),
    reportedBy: uuid().notNull(),
    verifiedBy: uuid(),
    verifiedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('payments_agreement').on(t.orgId, t.agreementId),
    foreignKey({ columns: [t.orgId, t.agreementId], foreignColumns: [agreements.orgId, agreements.id] }).onDelete('cascade'),
  ],
)
