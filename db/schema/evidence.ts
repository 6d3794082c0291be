import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, organisationId, version, words } from '../columns'
import { consentChannels, evidenceIssuers, evidenceStatuses, hardshipTypes, sensitiveClasses } from '../vocabulary'
import { cases } from './cases'
import { clients } from './clients'

/** Evidence types are rows, so that a new one needs no deploy (SE-09). */
export const evidenceTypes = pgTable(
  'evidence_types',
  {
    orgId: organisationId(),
    code: text().notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
    sensitive: text({ enum: sensitiveClasses }).notNull().default('NONE'),
    isActive: boolean().notNull().default(true),
    /** Whole months after which such a paper is too old to prove anything; null where age does not matter. */
    validMonths: integer(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.code] })],
)

/** Rows with the same hardship and group are alternatives: one of them is enough. `hardship` null means always. */
export const checklistRules = pgTable(
  'checklist_rules',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    hardship: text({ enum: hardshipTypes }),
    group: text().notNull(),
    evidenceCode: text().notNull(),
    required: boolean().notNull(),
    months: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('checklist_rules_hardship').on(t.orgId, t.hardship),
    index('checklist_rules_code').on(t.orgId, t.evidenceCode),
    foreignKey({ columns: [t.orgId, t.evidenceCode], foreignColumns: [evidenceTypes.orgId, evidenceTypes.code] }),
  ],
)

/** A line of a checklist as an office wrote it: any one of `options` is enough, covering `months` where time matters. */
export type ChecklistLineText = { options: string[]; required: boolean; months: number | null }

/** Every checklist an office ever had, for reading what was asked when; a trigger refuses any change. */
export const checklistVersions = pgTable(
  'checklist_versions',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    hardship: text({ enum: hardshipTypes }),
    number: integer().notNull(),
    lines: jsonb().$type<ChecklistLineText[]>().notNull(),
    at: instant().notNull(),
    by: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique('checklist_versions_number').on(t.orgId, t.hardship, t.number).nullsNotDistinct(),
  ],
)

/** A file as received, never edited; belongs to the client, may be tied to one case. */
export const evidence = pgTable(
  'evidence',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    caseId: uuid(),
    code: text().notNull(),
    /** Other kinds of evidence the same file serves as. */
    alsoFor: words(),
    label: text().notNull().default(''),
    status: text({ enum: evidenceStatuses }).notNull(),
    issuer: text({ enum: evidenceIssuers }).notNull().default('CLIENT'),
    coversFrom: civilDate(),
    coversTo: civilDate(),
    expiresOn: civilDate(),
    fileHash: text(),
    fileName: text().notNull().default(''),
    fileType: text().notNull().default(''),
    fileSize: integer().notNull().default(0),
    previewHash: text(),
    rejectReason: text().notNull().default(''),
    receivedAt: instant(),
    verifiedBy: uuid(),
    uploadedBy: uuid(),
    /** The loan note that a loan contract is about (SE-06). */
    debtId: uuid(),
    /** The financial statement that a spending detail was made of; such a paper waits for the client's word (SE-03). */
    statementId: uuid(),
    clientConfirmedAt: instant(),
    clientConfirmedBy: uuid(),
    clientConfirmedChannel: text({ enum: consentChannels }),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('evidence_client').on(t.orgId, t.clientId),
    index('evidence_case').on(t.orgId, t.caseId),
    index('evidence_code').on(t.orgId, t.code),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.code], foreignColumns: [evidenceTypes.orgId, evidenceTypes.code] }),
  ],
)

export const evidenceRequests = pgTable(
  'evidence_requests',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    code: text().notNull(),
    from: text({ enum: ['CREDITOR', 'COUNSELLOR'] }).notNull(),
    note: text().notNull().default(''),
    deadline: civilDate(),
    createdAt: instant().notNull(),
    fulfilledAt: instant(),
    /** What was given for it last; while it waits again, what was turned back. */
    fulfilledBy: uuid(),
    cannotProvide: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('evidence_requests_case').on(t.orgId, t.caseId),
    index('evidence_requests_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)
