import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { civilDate, instant, money, organisationId, personal, version } from '../columns'
import { consentChannels, consentPurposes, hardshipTypes, locales } from '../vocabulary'

export const clients = pgTable(
  'clients',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** 张** as shown by default; kept beside the name so that lists never load the name. */
    maskedName: text().notNull(),
    preferredName: text().notNull().default(''),
    phone: personal(),
    phoneTail: text().notNull().default(''),
    idType: text({ enum: ['RESIDENT_ID', 'PASSPORT', 'HMT_PERMIT', 'OTHER'] })
      .notNull()
      .default('RESIDENT_ID'),
    idNumber: personal(),
    bankAccount: personal(),
    /** Where mails of the portal go; never shown in full to those who do not work the case. */
    email: personal(),
    /** A mail came back for good: nothing more is sent until the address is entered anew. */
    emailBouncedAt: instant(),
    language: text({ enum: locales }).notNull().default('zh-CN'),
    dependants: integer(),
    employment: text().notNull().default(''),
    safeContact: text().notNull().default(''),
    safePhrase: text().notNull().default(''),
    hideAddress: boolean().notNull().default(false),
    /** Hours (0 to 24, the office's zone) between which it is safe to reach the client; null means any but quiet hours. */
    contactFromHour: integer(),
    contactToHour: integer(),
    /** 需要关怀: calmer words, and nothing reminds by itself. */
    needsCare: boolean().notNull().default(false),
    /** 快速离开: every page of the portal has a way out that leaves nothing on the screen. */
    quickExit: boolean().notNull().default(false),
    /** Safeguarding note: needs a per-case grant. */
    vulnerability: text().notNull().default(''),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('clients_phone').on(t.orgId, t.phone),
    index('clients_id_number').on(t.orgId, t.idNumber),
  ],
)

const ofClient = (t: { orgId: AnyPgColumn; clientId: AnyPgColumn }) =>
  foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade')

export const consents = pgTable(
  'consents',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    purpose: text({ enum: consentPurposes }).notNull(),
    textVersion: text().notNull(),
    channel: text({ enum: consentChannels }).notNull(),
    /** To whom documents may be handed [PIPL 23]; null for purposes that name nobody. */
    creditorId: uuid(),
    givenAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), index('consents_client').on(t.orgId, t.clientId), ofClient(t)],
)

/** 授权委托书: agent, matters, scope, term and signature [民法典总则 165]. */
export const authorisations = pgTable(
  'authorisations',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    agent: text().notNull(),
    matters: text().notNull(),
    validFrom: civilDate().notNull(),
    validTo: civilDate(),
    signedOn: civilDate().notNull(),
    evidenceId: uuid(),
    /** The name typed in the portal, and the SHA-256 of the text under which it stands; empty for papers. */
    signedName: text().notNull().default(''),
    textHash: text().notNull().default(''),
    signedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), index('authorisations_client').on(t.orgId, t.clientId), ofClient(t)],
)

export const hardships = pgTable(
  'hardships',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    type: text({ enum: hardshipTypes }).notNull(),
    startedOn: civilDate().notNull(),
    expectedEndOn: civilDate(),
    narrative: text().notNull().default(''),
    /** What is told speaks of somebody's health, whatever the cause is called. */
    tellsHealth: boolean().notNull().default(false),
    isPrimary: boolean().notNull().default(true),
    /** Mean monthly net income (CNY) of the three months before the hardship began, where known: factor F-06. */
    incomeBefore: money(),
    incomeVerified: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), index('hardships_client').on(t.orgId, t.clientId), ofClient(t)],
)

export type StatementLine = {
  kind: 'income' | 'fixed' | 'flexible' | 'priority' | 'savings'
  category: string
  amount: string
  note?: string
}

/** 收支表: a new version each time; old versions stay readable. All amounts CNY a month. */
export const statements = pgTable(
  'statements',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    number: integer().notNull(),
    asOf: civilDate().notNull(),
    lines: jsonb().$type<StatementLine[]>().notNull(),
    income: money().notNull(),
    fixed: money().notNull(),
    flexible: money().notNull(),
    reserve: money().notNull(),
    disposable: money().notNull(),
    source: text({ enum: ['COUNSELLOR', 'CLIENT'] })
      .notNull()
      .default('COUNSELLOR'),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('statements_number').on(t.orgId, t.clientId, t.number),
    ofClient(t),
  ],
)
