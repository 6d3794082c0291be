import { z } from 'zod'
import { caseStages, openStages } from '@/db/vocabulary'
import { query } from '@/lib/core/query'
import { RawJson } from '@/lib/core/raw-json'
import { civilDateIn } from '@/lib/platform/dates'
import { cursor, pageRow, viewOf } from './board.queries'
import { listSql } from './board-sql'
import { caseFilters } from './filters'

/**
 * Cases across stages in the order of the board (due date, then number), fifty at a time:
 * `{"today", "cards": [Card], "next"}` as JSON text. Open ones unless a stage is named.
 */
export const caseList = query({
  name: 'case.list',
  input: z.strictObject({
    ...caseFilters,
    stage: z.enum(caseStages).optional(),
    after: cursor.optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  async run(reading, { stage, after, limit, ...filters }) {
    const stages = stage === undefined ? openStages : [stage]
    const { rows } = await reading.tx.execute(listSql({ ...(await viewOf(reading, filters)), stages, after, limit }))
    const { cards, next } = pageRow.parse(rows[0])
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    return new RawJson(`{"today":"${today}","cards":${cards},"next":${JSON.stringify(next)}}`)
  },
})
