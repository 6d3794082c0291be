import { z } from 'zod'
import { query, type Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { viewOf } from './board.queries'
import { summarySql } from './board-sql'
import { cardShape } from './card'
import { blockFilters, type TodayBlock, todayBlocks } from './today'

const shown = 20

/** What asks for attention today in the actor's scope: per block how many cases, and the twenty most urgent. */
export const today = query({
  name: 'today',
  input: z.strictObject({}),
  async run(reading) {
    const blocks = []
    for (const name of todayBlocks) blocks.push({ name, ...(await blockOf(reading, name)) })
    return { today: civilDateIn(reading.now, reading.actor.timeZone), blocks }
  },
})

async function blockOf(reading: Reading, name: TodayBlock) {
  const { rows } = await reading.tx.execute(summarySql({ ...(await viewOf(reading, blockFilters[name])), limit: shown }))
  const { count, cards } = summary.parse(rows[0])
  return { count, cards: z.array(cardShape).parse(JSON.parse(cards)) }
}

const summary = z.object({ count: z.int(), cards: z.string() })
