import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, money, organisationId, percent, version } from '../columns'
import { type BalanceBucket, creditStatuses, fundingModes, holderStages, repaymentMethods } from '../vocabulary'
import { cases } from './cases'
import { creditorProducts } from './creditors'

/** One row per loan note (借据). Buckets as the partner-bank interface splits them, CNY. */
export const debts = pgTable(
  'debts',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    productId: uuid().notNull(),
    contractNumber: text().notNull().default(''),
    contractLender: text().notNull().default(''),
    currentHolder: text().notNull().default(''),
    collector: text().notNull().default(''),
    fundingMode: text({ enum: fundingModes }).notNull().default('UNKNOWN'),
    holderStage: text({ enum: holderStages }).notNull().default('UNKNOWN'),
    startedOn: civilDate(),
    endsOn: civilDate(),
    originalAmount: money(),
    creditLimit: money(),
    method: text({ enum: repaymentMethods }).notNull(),
    /** Percent a day, e.g. 0.04. */
    dailyPercent: percent(),
    rateSource: text({ enum: ['CONTRACT', 'APP', 'CLIENT', 'UNKNOWN'] })
      .notNull()
      .default('UNKNOWN'),
    totalPeriods: integer(),
    remainingPeriods: integer(),
    nextDueOn: civilDate(),
    /** Due date of the oldest unpaid instalment: what days past due are counted from. */
    oldestUnpaidDueOn: civilDate(),
    graceDays: integer().notNull().default(0),
    principal: money().notNull(),
    overduePrincipal: money().notNull(),
    interest: money().notNull(),
    overdueInterest: money().notNull(),
    penaltyPrincipal: money().notNull(),
    penaltyInterest: money().notNull(),
    fees: money().notNull(),
    creditStatus: text({ enum: creditStatuses }).notNull().default('UNKNOWN'),
    disputed: boolean().notNull().default(false),
    limitationLastInterruption: civilDate(),
    limitationBasis: text().notNull().default(''),
    /** F-15, F-16, F-23: facts from bills or a credit report, null where unknown. */
    overdueEpisodes: integer(),
    onTimePercent: percent(),
    earlierRestructures: integer().notNull().default(0),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('debts_case').on(t.orgId, t.caseId),
    index('debts_client').on(t.orgId, t.clientId),
    index('debts_product').on(t.orgId, t.productId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.productId], foreignColumns: [creditorProducts.orgId, creditorProducts.id] }),
  ],
)

/** What a bill showed at a moment (SP-01). */
export const balanceSnapshots = pgTable(
  'balance_snapshots',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    debtId: uuid().notNull(),
    clientId: uuid().notNull(),
    capturedAt: instant().notNull(),
    buckets: jsonb().$type<Record<BalanceBucket, string>>().notNull(),
    evidenceId: uuid(),
    by: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('balance_snapshots_debt').on(t.orgId, t.debtId, t.capturedAt),
    foreignKey({ columns: [t.orgId, t.debtId], foreignColumns: [debts.orgId, debts.id] }).onDelete('cascade'),
  ],
)
