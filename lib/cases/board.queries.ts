import { z } from 'zod'
import { openStages } from '@/db/vocabulary'
import { searchesByNumberOnly } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { RawJson } from '@/lib/core/raw-json'
import { found } from '@/lib/core/refusal'
import { noteSearch } from '@/lib/core/search-note.queries'
import { civilDateIn, isCivilDate } from '@/lib/platform/dates'
import { type BoardView, cardSql, columnSql, pageSize, windowSql } from './board-sql'
import { type CaseFilters, caseFilters, conditionsOf, patternsOf } from './filters'
import { placeOf } from './place'

/** Where a page ended: `due.serial` of its last card. */
export const cursor = z
  .string()
  .regex(/^(?!0)\d{4}-\d{2}-\d{2}\.\d{1,9}$/, 'cursor')
  .refine((text) => isCivilDate(text.slice(0, 10)), 'cursor')

/** What one person looks at, as the statements want it. A search is written down. @throws Refusal `too_many` {seconds} */
export async function viewOf(reading: Reading, filters: CaseFilters): Promise<BoardView> {
  const { actor, now } = reading
  if (filters.q) await noteSearch(reading, 'case.search', filters.q)
  return {
    orgId: actor.organisationId,
    place: placeOf(actor, filters.owner),
    conditions: conditionsOf(filters, civilDateIn(now, actor.timeZone)),
    patterns: filters.q ? patternsOf(filters.q) : undefined,
    byNumber: searchesByNumberOnly(actor),
  }
}

/**
 * The board: all ten open stages with count, CNY total and first fifty cards, as JSON text
 * `{"today", "columns": [{"stage", "count", "total", "next", "cards": [Card]}]}`. `next` is the cursor for `board.column`;
 * `perColumn: 0` asks for counts and totals alone.
 */
export const boardWindow = query({
  name: 'board.window',
  input: z.strictObject({ ...caseFilters, perColumn: z.int().min(0).max(100).default(pageSize) }),
  async run(reading, { perColumn, ...filters }) {
    const { rows } = await reading.tx.execute(windowSql({ ...(await viewOf(reading, filters)), limit: perColumn }))
    const columns = z.array(columnRow).parse(rows).map(columnText)
    return new RawJson(`{"today":"${civilDateIn(reading.now, reading.actor.timeZone)}","columns":[${columns.join(',')}]}`)
  },
})

const columnRow = z.object({
  stage: z.enum(openStages),
  count: z.int(),
  total: z.string(),
  cards: z.string(),
  next: z.string().nullable(),
})

const columnText = ({ stage, count, total, cards, next }: z.output<typeof columnRow>) =>
  `{"stage":"${stage}","count":${count},"total":"${total}","next":${JSON.stringify(next)},"cards":${cards}}`

/** The next fifty cards of one stage after a cursor: `{"cards": [Card], "next"}` as JSON text. */
export const boardColumn = query({
  name: 'board.column',
  input: z.strictObject({ ...caseFilters, stage: z.enum(openStages), after: cursor.optional() }),
  async run(reading, { stage, after, ...filters }) {
    const { rows } = await reading.tx.execute(columnSql({ ...(await viewOf(reading, filters)), stages: [stage], after }))
    const { cards, next } = pageRow.parse(rows[0])
    return new RawJson(`{"cards":${cards},"next":${JSON.stringify(next)}}`)
  },
})

export const pageRow = z.object({ cards: z.string(), next: z.string().nullable() })

/**
 * One card as it is now: `{"card": Card}`, or `{"card": null}` where the filters leave it out.
 * @throws Refusal `not_found` outside the actor's scope
 */
export const boardCard = query({
  name: 'board.card',
  input: z.strictObject({ ...caseFilters, caseId: z.uuid() }),
  async run(reading, { caseId, ...filters }) {
    const scope = placeOf(reading.actor)
    const { rows } = await reading.tx.execute(cardSql({ ...(await viewOf(reading, filters)), caseId, scope }))
    const { card, fits } = cardRow.parse(found(rows[0]))
    return new RawJson(`{"card":${fits ? card : null}}`)
  },
})

const cardRow = z.object({ card: z.string(), fits: z.boolean() })
