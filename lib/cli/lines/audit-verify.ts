import { z } from 'zod'
import { verifyChains } from '@/lib/audit/chain.queries'
import { columns, line } from '../line'

export const command = line({
  input: z.strictObject({}),
  needsOffice: true,
  async run() {
    const chains = await verifyChains()
    const ok = chains.every(({ firstBad }) => firstBad === null)
    const rows = chains.map(({ organisationId, name, events, firstBad }) => [
      organisationId,
      firstBad === null ? `whole, ${events} events` : `NOT WHOLE, first bad event: (${organisationId}, ${firstBad})`,
      name,
    ])
    return { ok, value: { ok, chains }, text: columns(rows) || 'There is no organisation yet.' }
  },
})
