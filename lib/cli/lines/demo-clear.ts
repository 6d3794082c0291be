import { z } from 'zod'
import { clearDemo } from '@/lib/demo/demo'
import { line } from '../line'
import { asOwner } from '../owner'

export const command = line({
  input: z.strictObject({}),
  needsOffice: true,
  async run() {
    // As the owner and without the app's time limits: a seeded office may be large.
    const { cleared } = await asOwner((owner) => clearDemo((id) => owner.query('select drop_demo_organisation($1)', [id])))
    const text = cleared.length === 0 ? 'There is no demo data.' : `Cleared: ${cleared.join(', ')}.`
    return { ok: true, value: { cleared }, text }
  },
})
