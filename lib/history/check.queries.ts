import { z } from 'zod'
import { query } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { historyRows } from './input'
import { lookedAt } from './known.queries'
import type { HistoryFault } from './row'

type Expected = { line: number; state: 'NEW' | 'KNOWN' | 'REFUSED'; faults: HistoryFault[] }

/** What would become of these rows, without taking anything in. */
export const checkHistory = query({
  name: 'history.check',
  input: z.strictObject({ rows: historyRows }),
  async run(reading, { rows }) {
    const looked = await lookedAt(reading, rows, civilDateIn(reading.now, reading.actor.timeZone))
    return {
      rows: looked.map((one): Expected => {
        if ('faults' in one) return { line: one.line, state: 'REFUSED', faults: one.faults }
        return { line: one.line, state: 'known' in one ? 'KNOWN' : 'NEW', faults: [] }
      }),
    }
  },
})
