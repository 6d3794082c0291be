import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId, version } from '../columns'
import { boardDensities, boardLayouts } from '../vocabulary'
import { members } from './organisations'

/** Filters as an address carries them: name and values. Words searched for are never kept: they may be somebody's name. */
export type ViewFilters = Record<string, string | string[]>

/** A way of looking at cases that somebody keeps: what is filtered, as what, how close; their own, or everybody's in the office. */
export const savedViews = pgTable(
  'saved_views',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    ownerId: uuid().notNull(),
    name: text().notNull(),
    filters: jsonb().$type<ViewFilters>().notNull(),
    layout: text({ enum: boardLayouts }).notNull(),
    density: text({ enum: boardDensities }).notNull(),
    isShared: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('saved_views_owner').on(t.orgId, t.ownerId),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [members.orgId, members.userId] }).onDelete('cascade'),
  ],
)

/** The view somebody's board opens with. */
export const chosenViews = pgTable(
  'chosen_views',
  { orgId: organisationId(), userId: uuid().notNull(), viewId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.orgId, t.userId] }),
    index('chosen_views_of').on(t.orgId, t.viewId),
    foreignKey({ columns: [t.orgId, t.viewId], foreignColumns: [savedViews.orgId, savedViews.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.userId], foreignColumns: [members.orgId, members.userId] }).onDelete('cascade'),
  ],
)
