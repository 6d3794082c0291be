import { z } from 'zod'
import { hardshipTypes } from '@/db/vocabulary'
import { civilDay } from '@/lib/platform/fields'

const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)

/** Which rounds count: the first version a case sent, or the first of each later round (domain.md 2.8). */
export const rounds = ['first', 'later'] as const

/** Where versions come from: cases of the office, or outcomes of the past that were imported. */
export const origins = ['own', 'imported'] as const

/** A day that may be asked for, as forms take it: beyond it lie days that no calendar here can count. */
export const filterDay = z.iso.date().pipe(civilDay)

type Period = { from?: string | null | undefined; to?: string | null | undefined }

/** Whether a period ends before it begins: no day is in it. */
export const isBackwards = ({ from, to }: Period): boolean => Boolean(from && to && to < from)
export const backwards = { path: ['to'], message: 'before_start' }

/** Which sent versions a figure is about. Days are civil dates in the organisation's time zone, both included. */
const fields = z.strictObject({
  creditor: orNull(z.uuid()),
  product: orNull(z.uuid()),
  team: orNull(z.uuid()),
  hardship: orNull(z.enum(hardshipTypes)),
  round: orNull(z.enum(rounds)),
  origin: orNull(z.enum(origins)),
  from: orNull(filterDay),
  to: orNull(filterDay),
})
export const analyticsFilter = fields.refine((asked) => !isBackwards(asked), backwards)
export type AnalyticsFilter = z.output<typeof analyticsFilter>

/** What leaves a part of the office only. */
export const narrowing = ['creditor', 'product', 'team', 'hardship', 'origin', 'from', 'to'] as const

export const isNarrowed = (asked: AnalyticsFilter) => asked.round === 'later' || narrowing.some((key) => asked[key] !== null)
