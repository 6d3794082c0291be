import pg from 'pg'
import { z } from 'zod'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { line } from '../line'
import { ownerUrl } from '../owner'

export const command = line({
  input: z.strictObject({}),
  needsOffice: true,
  async run() {
    const demos = (await organisationsHere()).filter(({ is_demo }) => is_demo)
    // As the owner and without the app's time limits: a seeded office may be large.
    const owner = new pg.Client({ connectionString: ownerUrl() })
    await owner.connect()
    try {
      for (const { id } of demos) await owner.query('select drop_demo_organisation($1)', [id])
    } finally {
      await owner.end()
    }
    const names = demos.map(({ name }) => name)
    return {
      ok: true,
      value: { cleared: names },
      text: names.length === 0 ? 'There is no demo data.' : `Cleared: ${names.join(', ')}.`,
    }
  },
})
