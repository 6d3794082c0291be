import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId } from '../columns'
import { contactChannels, contactedPeople } from '../vocabulary'
import { cases } from './cases'

/** One contact by a creditor or collector as the client told it; which rule it breaks is worked out, never typed. */
export const conductEntries = pgTable(
  'conduct_entries',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    at: instant().notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    /** Who called or came: company, name, number as far as known. */
    party: text().notNull(),
    person: text({ enum: contactedPeople }).notNull(),
    isAnswered: boolean().notNull(),
    /** The client had agreed to be contacted at that hour. */
    isAgreed: boolean().notNull().default(false),
    /** The debt was told to somebody other than the debtor. */
    isDisclosed: boolean().notNull().default(false),
    /** The third person had said before not to be contacted again. */
    wasRefused: boolean().notNull().default(false),
    /** The debtor could not be reached: invalid number, or three attempts that failed. */
    isUnreachable: boolean().notNull().default(false),
    description: text().notNull(),
    evidenceId: uuid(),
    by: uuid().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('conduct_entries_case').on(t.orgId, t.caseId, t.at),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)
