import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDate, money, organisationId, version } from '../columns'
import { contactChannels, productTypes, regulatorClasses } from '../vocabulary'

export const creditors = pgTable(
  'creditors',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    legalName: text().notNull(),
    shortName: text().notNull(),
    regulatorClass: text({ enum: regulatorClasses }).notNull(),
    /** Where the facts come from and the day they were checked. */
    source: text().notNull(),
    asOf: civilDate().notNull(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
)
export const creditorProducts = pgTable(
  'creditor_products',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    creditorId: uuid().notNull(),
    brand: text().notNull(),
    type: text({ enum: productTypes }).notNull(),
    maxLimit: money(),
    minTermDays: integer(),
    maxTermMonths: integer(),
    source: text().notNull(),
    asOf: civilDate().notNull(),
    isActive: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('creditor_products_creditor').on(t.orgId, t.creditorId),
    foreignKey({ columns: [t.orgId, t.creditorId], foreignColumns: [creditors.orgId, creditors.id] }).onDelete('cascade'),
  ],
)
export const creditorContacts = pgTable(
  'creditor_contacts',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    creditorId: uuid().notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    value: text().notNull(),
    note: text().notNull().default(''),
    source: text().notNull(),
    verifiedOn: civilDate().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('creditor_contacts_creditor').on(t.orgId, t.creditorId),
    foreignKey({ columns: [t.orgId, t.creditorId], foreignColumns: [creditors.orgId, creditors.id] }).onDelete('cascade'),
  ],
)
