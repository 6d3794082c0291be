import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, money, organisationId, version, words } from '../columns'
import {
  consentChannels,
  contactChannels,
  decisionResults,
  type FactorId,
  limitationAnswers,
  locales,
  type RefusalReason,
  type ReliefType,
  treatments,
  versionOutcomes,
} from '../vocabulary'
import { cases } from './cases'
import { debts } from './debts'

/** One relief with its parameters (amounts and percents as decimal text), as in domain.md 2.5. */
export type ReliefLine = { type: ReliefType } & Record<string, string | number | undefined>
export type PlanRow = {
  n: number
  due: string
  principal: string
  interest: string
  fees: string
  payment: string
  balance: string
}
export type Plan = { rows: PlanRow[]; total: string; interest: string; last: string }

/** A proposal version. Draft until sent; a trigger refuses any change to what was sent. */
export const proposalVersions = pgTable(
  'proposal_versions',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    number: integer().notNull(),
    round: integer().notNull(),
    statementId: uuid(),
    /** CNY a month the client can sustain, from the statement used. */
    surplus: money(),
    whatChanged: text().notNull().default(''),
    overAffordableReason: text().notNull().default(''),
    limitationAnswer: text({ enum: limitationAnswers }),
    truthDeclaredAt: instant(),
    clientApprovedAt: instant(),
    clientApprovedBy: uuid(),
    /** How the client confirmed; null while they have not. */
    approvalChannel: text({ enum: consentChannels }),
    /** With what in the portal, told without model or version; empty where that is not known. */
    approvalDevice: text().notNull().default(''),
    checkedBy: uuid(),
    checkedAt: instant(),
    ratedWillingness: integer(),
    sourceOfFunds: text().notNull().default(''),
    letterLocale: text({ enum: locales }).notNull().default('zh-CN'),
    letterTitle: text().notNull().default(''),
    letterText: text().notNull().default(''),
    letterTemplate: text().notNull().default(''),
    letterHash: text().notNull().default(''),
    validUntil: civilDate(),
    sentAt: instant(),
    sentBy: uuid(),
    channel: text({ enum: contactChannels }),
    proof: text().notNull().default(''),
    expectedReplyBy: civilDate(),
    outcome: text({ enum: versionOutcomes }).notNull().default('PENDING'),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    /** When a draft was last kept; null before. */
    savedAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('proposal_versions_number').on(t.orgId, t.caseId, t.number),
    index('proposal_versions_sent').on(t.orgId, t.sentAt),
    index('proposal_versions_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)

/** What is asked for one loan note: reliefs, treatment of what is not waived, and both schedules as computed. */
export const proposalLines = pgTable(
  'proposal_lines',
  {
    orgId: organisationId(),
    versionId: uuid().notNull(),
    debtId: uuid().notNull(),
    clientId: uuid().notNull(),
    reliefs: jsonb().$type<ReliefLine[]>().notNull(),
    treatment: text({ enum: treatments }).notNull().default('FIRST_INSTALMENT'),
    before: jsonb().$type<Plan>().notNull(),
    after: jsonb().$type<Plan>().notNull(),
    instalment: money().notNull(),
    total: money().notNull(),
    waived: money().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.versionId, t.debtId] }),
    index('proposal_lines_debt').on(t.orgId, t.debtId),
    foreignKey({ columns: [t.orgId, t.versionId], foreignColumns: [proposalVersions.orgId, proposalVersions.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.orgId, t.debtId], foreignColumns: [debts.orgId, debts.id] }).onDelete('cascade'),
  ],
)

export type FactorValue = string | number | boolean | null | string[] | Record<string, string | number | boolean | null>

/** F-01..F-27 as known when the version was sent. Later edits never flow in; a correction is a marked re-freeze. */
export const factorSnapshots = pgTable(
  'factor_snapshots',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    versionId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    catalogueVersion: integer().notNull(),
    values: jsonb().$type<Record<FactorId, FactorValue>>().notNull(),
    missing: jsonb().$type<Partial<Record<FactorId, string>>>().notNull(),
    takenAt: instant().notNull(),
    refrozen: boolean().notNull().default(false),
    reason: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('factor_snapshots_version').on(t.orgId, t.versionId),
    foreignKey({ columns: [t.orgId, t.versionId], foreignColumns: [proposalVersions.orgId, proposalVersions.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** The creditor's answer to one version, per loan note where it decides so (`debtId` null: all of them). */
export const decisions = pgTable(
  'decisions',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    versionId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    debtId: uuid(),
    result: text({ enum: decisionResults }).notNull(),
    granted: jsonb().$type<ReliefLine[]>().notNull().default([]),
    reasons: words().$type<RefusalReason[]>(),
    /** Granted over asked per relief, fraction as decimal text. */
    grantRatios: jsonb().$type<Partial<Record<ReliefType, string>>>().notNull().default({}),
    decidedOn: civilDate().notNull(),
    recordedAt: instant().notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    decidedBy: text().notNull().default(''),
    note: text().notNull().default(''),
    evidenceId: uuid(),
    counterAccepted: boolean().notNull().default(false),
    by: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('decisions_version').on(t.orgId, t.versionId),
    index('decisions_case').on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.versionId], foreignColumns: [proposalVersions.orgId, proposalVersions.id] }).onDelete(
      'cascade',
    ),
  ],
)
