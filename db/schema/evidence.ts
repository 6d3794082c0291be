import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, organisationId, version } from '../columns'
import { evidenceIssuers, evidenceStatuses, hardshipTypes, sensitiveClasses } from '../vocabulary'
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

/** A file as received, never edited; belongs to the client, may be tied to one case. */
export const evidence = pgTable(
  'evidence',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    caseId: uuid(),
    code: text().notNull(),
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
