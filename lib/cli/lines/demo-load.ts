import { z } from 'zod'
import { loadDemo } from '@/lib/demo/demo'
import { demoPassword } from '@/lib/demo/offices'
import { now } from '@/lib/platform/clock'
import { line } from '../line'

export const command = line({
  input: z.strictObject({}),
  needsOffice: true,
  async run() {
    const { loaded, offices } = await loadDemo(now())
    const names = offices.join(', ')
    return {
      ok: true,
      value: { loaded, offices },
      text: loaded
        ? `Loaded: ${names}. Sign in as counsellor@demo.test with ${demoPassword}.`
        : `The demo data is there already: ${names}.`,
    }
  },
})
