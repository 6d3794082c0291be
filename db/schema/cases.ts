import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  date,
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
import { civilDate, instant, money, organisationId, version, words } from '../columns'
import {
  type ClosingOutcome,
  caseStages,
  closingOutcomes,
  contactChannels,
  contactDirections,
  contactPurposes,
  counterparts,
  type FallbackReason,
  fallbackReasons,
  hardshipTypes,
  type Mover,
  movers,
  type NextActionCode,
  nextActionCodes,
  type Overlay,
  speakers,
  triageResults,
} from '../vocabulary'
import { clients } from './clients'
import { creditorProducts, creditors } from './creditors'
import { members } from './organisations'

export const cases = pgTable(
  'cases',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    serial: integer().notNull(),
    number: text().notNull(),
    clientId: uuid().notNull(),
    creditorId: uuid().notNull(),
    productId: uuid().notNull(),
    ownerId: uuid().notNull(),
    teamId: uuid(),
    stage: text({ enum: caseStages }).notNull(),
    stageSince: instant().notNull(),
    whoseMove: text({ enum: movers }).notNull(),
    nextAction: text({ enum: nextActionCodes }),
    /** The counsellor's own words, shown instead of the code's where given. */
    nextActionText: text().notNull().default(''),
    dueOn: civilDate(),
    /** Cards without a due date come last. */
    dueSort: date({ mode: 'string' })
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(due_on, date '9999-12-31')`),
    holdUntil: civilDate(),
    holdReason: text().notNull().default(''),
    overlays: words().$type<Overlay[]>(),
    goal: text().notNull().default(''),
    source: text({ enum: ['SELF', 'SENT'] })
      .notNull()
      .default('SELF'),
    triage: text({ enum: triageResults }),
    triageReason: text().notNull().default(''),
    hardshipType: text({ enum: hardshipTypes }),
    owed: money().notNull(),
    /** Unpaid since the oldest missed due date among the debts, or the next one to come. */
    oldestDueOn: civilDate(),
    openedAt: instant().notNull(),
    firstHardshipContactAt: instant(),
    round: integer().notNull().default(1),
    fallbackReason: text({ enum: fallbackReasons }),
    closedAt: instant(),
    closingOutcome: text({ enum: closingOutcomes }),
    closingReason: text().notNull().default(''),
    clientSummary: text().notNull().default(''),
    /** The card as the board shows it, JSON text written by a trigger from this row and its neighbours. */
    card: text().notNull().default(''),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('cases_serial').on(t.orgId, t.serial),
    index('cases_board').on(t.orgId, t.stage, t.dueSort, t.serial),
    index('cases_owner').on(t.orgId, t.ownerId, t.stage, t.dueSort, t.serial),
    index('cases_team').on(t.orgId, t.teamId, t.stage, t.dueSort, t.serial),
    index('cases_client').on(t.orgId, t.clientId),
    index('cases_creditor').on(t.orgId, t.creditorId),
    index('cases_product').on(t.orgId, t.productId),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.creditorId], foreignColumns: [creditors.orgId, creditors.id] }),
    foreignKey({ columns: [t.orgId, t.productId], foreignColumns: [creditorProducts.orgId, creditorProducts.id] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [members.orgId, members.userId] }),
  ],
)

/** Open cases and CNY owed per stage, owner and team; kept by a trigger in the same transaction, never counted. */
export const boardCounters = pgTable(
  'board_counters',
  {
    orgId: organisationId(),
    ownerId: uuid().notNull(),
    /** The nil UUID where a case has no team. */
    teamId: uuid().notNull(),
    stage: text({ enum: caseStages }).notNull(),
    count: bigint({ mode: 'number' }).notNull(),
    total: money().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.ownerId, t.teamId, t.stage] }), index('board_counters_team').on(t.orgId, t.teamId)],
)

/** What search reads: words of a case (name, pinyin, number, creditor), matched at word starts. */
export const caseSearch = pgTable(
  'case_search',
  {
    orgId: organisationId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    ownerId: uuid().notNull(),
    teamId: uuid(),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.caseId] }),
    index('case_search_text').using('gin', sql`${t.text} gin_trgm_ops`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)

const ofCase = (t: { orgId: AnyPgColumn; caseId: AnyPgColumn }) =>
  foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade')

/** What a move changes besides the stage, as plain values. */
export type MoveTrace = {
  stageSince: string
  whoseMove: Mover
  nextAction: NextActionCode | null
  nextActionText: string
  dueOn: string | null
  holdUntil: string | null
  holdReason: string
  fallbackReason: FallbackReason | null
  closedAt: string | null
  closingOutcome: ClosingOutcome | null
  closingReason: string
  clientSummary: string
}

export const stageEvents = pgTable(
  'stage_events',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    from: text({ enum: caseStages }),
    to: text({ enum: caseStages }).notNull(),
    by: uuid().notNull(),
    at: instant().notNull(),
    reason: text().notNull().default(''),
    /** A supervisor moved it although a guard was not met. */
    overrode: words(),
    undoes: uuid(),
    /** The case as it was, where the move can be undone; null where it cannot (a proposal that was sent, a consequence). */
    before: jsonb().$type<MoveTrace>(),
    /** The case's version after the move: the order of moves, also where two bear one moment. */
    caseVersion: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), index('stage_events_case').on(t.orgId, t.caseId, t.at), ofCase(t)],
)

export const contacts = pgTable(
  'contacts',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    at: instant().notNull(),
    direction: text({ enum: contactDirections }).notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    counterpart: text({ enum: counterparts }).notNull(),
    purpose: text({ enum: contactPurposes }).notNull(),
    speaker: text({ enum: speakers }).notNull().default('COUNSELLOR_WITH_AUTHORITY'),
    numberDialled: text().notNull().default(''),
    agentNumber: text().notNull().default(''),
    summary: text().notNull(),
    promisedReplyBy: civilDate(),
    evidenceId: uuid(),
    /** The letter that went out with it. */
    letterId: uuid(),
    clientVisible: text({ enum: ['NO', 'YES'] })
      .notNull()
      .default('NO'),
    by: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('contacts_case').on(t.orgId, t.caseId, t.at),
    uniqueIndex('contacts_letter').on(t.orgId, t.letterId),
    ofCase(t),
  ],
)

export const tasks = pgTable(
  'tasks',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    title: text().notNull(),
    dueOn: civilDate(),
    assigneeId: uuid().notNull(),
    origin: text().notNull().default(''),
    createdAt: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('tasks_case').on(t.orgId, t.caseId),
    index('tasks_assignee').on(t.orgId, t.assigneeId, t.dueOn),
    ofCase(t),
  ],
)

/** A user may open the medical and safeguarding content of one case. */
export const sensitiveGrants = pgTable(
  'sensitive_grants',
  {
    orgId: organisationId(),
    caseId: uuid().notNull(),
    userId: uuid().notNull(),
    grantedBy: uuid().notNull(),
    grantedAt: instant().notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.caseId, t.userId] }), ofCase(t)],
)
