import { z } from 'zod'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { now } from '@/lib/platform/clock'
import { seedOffice } from '@/lib/seed/seed.import'
import { Failed, line } from '../line'

const count = (most: number) => z.coerce.number().int().min(0).max(most)

export const command = line({
  input: z.strictObject({
    cases: count(1_000_000).default(1000).describe('open cases'),
    counsellors: count(5_000).min(1).default(20).describe('members of staff who own them'),
    decided: count(1_000_000).default(300).describe('closed cases with a decided proposal'),
    seed: z
      .string()
      .regex(/^[a-z0-9]{1,20}$/)
      .default('1')
      .describe('letters and digits; the same seed gives the same office'),
  }),
  needsOffice: true,
  async run(size) {
    const name = `合成机构 ${size.seed}`
    const exists = (await organisationsHere()).some((office) => office.name === name)
    if (exists)
      throw new Failed(
        `The office of seed ${size.seed} is there already. Choose another --seed, or: npm run parley -- demo clear`,
      )
    const started = performance.now()
    const { organisationId, logins } = await seedOffice(size, now())
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    return {
      ok: true,
      value: { organisationId, name, logins, seconds: Number.parseFloat(seconds) },
      text: `${name}: ${size.cases} open and ${size.decided} decided cases in ${seconds} s.\nSign in as ${logins[0]} with parley-demo-2026.`,
    }
  },
})
