import { z } from 'zod'
import { Failed, line } from '../line'

export const command = line({
  input: z.strictObject({}),
  needsOffice: true,
  async run() {
    throw new Failed('The demo office is not there yet.')
  },
})
