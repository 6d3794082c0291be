import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, organisationId, version, words } from '../columns'
import { type Locale, locales, organisationTypes, type Role } from '../vocabulary'

/** Rules an organisation sets for itself. */
/** `likelihood`: whether counsellors see, beside a draft, how often proposals like it were approved; nobody does unless it is on. */
export type OrganisationRules = { supervisorChecks: boolean; breachDays: number; noResponseDays: number; likelihood?: boolean }

export const organisations = pgTable('organisations', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  type: text({ enum: organisationTypes }).notNull(),
  timeZone: text().notNull().default('Asia/Shanghai'),
  locale: text({ enum: locales }).notNull().default('zh-CN'),
  feePolicy: text().notNull().default(''),
  phone: text().notNull().default(''),
  isDemo: boolean().notNull().default(false),
  lastCaseNumber: integer().notNull().default(0),
  rules: jsonb().$type<OrganisationRules>().notNull(),
  createdAt: instant().notNull(),
})

/** One account per e-mail in an installation. The app's role never reads this table; sign-in functions do. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    locale: text({ enum: locales }).$type<Locale>(),
    disabledAt: instant(),
    isDemo: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
)

/** A user's place in one organisation: roles, and the client record a client or delegate account is linked to. */
export const members = pgTable(
  'members',
  {
    orgId: organisationId(),
    userId: uuid().notNull(),
    name: text().notNull(),
    roles: words().$type<Role[]>(),
    clientId: uuid(),
    disabledAt: instant(),
    /** Wants no mail in the morning about what waits in the inbox. */
    noDigest: boolean().notNull().default(false),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId] }), index('members_user').on(t.userId)],
)

export const teams = pgTable(
  'teams',
  { orgId: organisationId(), id: uuid().notNull(), name: text().notNull(), isPrivate: boolean().notNull().default(false) },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
)
export const teamMembers = pgTable(
  'team_members',
  { orgId: organisationId(), teamId: uuid().notNull(), userId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.orgId, t.teamId, t.userId] }), index('team_members_user').on(t.orgId, t.userId)],
)
/** While `from`..`to` holds, the deputy sees and works the owner's cases. */
export const deputies = pgTable(
  'deputies',
  {
    orgId: organisationId(),
    ownerId: uuid().notNull(),
    deputyId: uuid().notNull(),
    from: civilDate().notNull(),
    to: civilDate().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.ownerId, t.deputyId, t.from] }), index('deputies_deputy').on(t.orgId, t.deputyId)],
)

/** Server-side sessions: the browser's token carries an id whose hash is here, checked on every request. */
export const sessions = pgTable(
  'sessions',
  {
    sidHash: text().primaryKey(),
    userId: uuid().notNull(),
    orgId: uuid().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    idleMinutes: integer().notNull(),
    revokedAt: instant(),
    userAgent: text().notNull().default(''),
  },
  (t) => [index('sessions_user').on(t.userId)],
)
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid().primaryKey(),
    keyHash: text().notNull(),
    userId: uuid().notNull(),
    orgId: uuid().notNull(),
    scope: text({ enum: ['read', 'write'] }).notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.keyHash)],
)
/**
 * Transactions in which an owner's function is removing a demo office or an erased client whole: what is kept for good may go in
 * these alone. Written and emptied by those functions; the app's role cannot reach it.
 */
export const dropPermits = pgTable('drop_permits', { transaction: text().primaryKey() })
/** Failed sign-ins per account and per network, shared by all instances. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  { id: uuid().primaryKey(), key: text().notNull(), at: instant().notNull() },
  (t) => [index('sign_in_attempts_key').on(t.key, t.at)],
)
