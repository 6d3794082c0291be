import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, organisationId, version } from '../columns'
import { consentChannels, contactChannels } from '../vocabulary'
import { cases } from './cases'

/** One file of a bundle as it was frozen: what it is, its name in the list, its bytes by SHA-256 and size. */
export type BundleItem = {
  evidenceId: string
  code: string
  nameZh: string
  nameEn: string
  label: string
  file: string
  hash: string
  size: number
  /** Sensitive personal information [PIPL 28] that day. */
  isSensitive: boolean
  coversFrom: string | null
  coversTo: string | null
}

/** What was given to a creditor, when, by whom and how (SP-14). A trigger refuses any change. */
export const evidenceBundles = pgTable(
  'evidence_bundles',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    number: integer().notNull(),
    /** The creditor's name and address as they were that day. */
    recipient: text().notNull(),
    address: text().notNull(),
    creditorContactId: uuid(),
    channel: text({ enum: contactChannels }).notNull(),
    purpose: text().notNull(),
    proof: text().notNull().default(''),
    contactId: uuid().notNull(),
    versionId: uuid(),
    /** How the client declared these files to be true [domain 3.8], and the consents that let them go out. */
    truthChannel: text({ enum: consentChannels }).notNull(),
    shareConsentId: uuid().notNull(),
    sensitiveConsentId: uuid(),
    items: jsonb().$type<BundleItem[]>().notNull(),
    /** The index as it went along, and the list of all hashes, each by its SHA-256. */
    indexHash: text().notNull(),
    listHash: text().notNull(),
    sentAt: instant().notNull(),
    sentBy: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('evidence_bundles_number').on(t.orgId, t.caseId, t.number),
    index('evidence_bundles_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)

/** What the creditor asked to verify, and what it was answered (SS-03). */
export const verificationRequests = pgTable(
  'verification_requests',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    askedOn: civilDate().notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    asked: text().notNull(),
    deadline: civilDate(),
    answeredOn: civilDate(),
    answer: text().notNull().default(''),
    bundleId: uuid(),
    by: uuid().notNull(),
    answeredBy: uuid(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('verification_requests_case').on(t.orgId, t.caseId, t.askedOn),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)
