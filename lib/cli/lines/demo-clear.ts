import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { line } from '../line'

export const command = line({
  input: z.strictObject({}),
  needsOffice: true,
  async run() {
    const demos = (await organisationsHere()).filter(({ is_demo }) => is_demo)
    for (const { id } of demos)
      await inTransaction({ quiet: true }, (tx) => tx.execute(sql`select drop_demo_organisation(${id})`))
    const names = demos.map(({ name }) => name)
    return {
      ok: true,
      value: { cleared: names },
      text: names.length === 0 ? 'There is no demo data.' : `Cleared: ${names.join(', ')}.`,
    }
  },
})
