import { z } from 'zod'
import { Failed, line } from '../line'

export const command = line({
  input: z.strictObject({ file: z.string() }),
  positional: 'file',
  needsOffice: false,
  async run() {
    throw new Failed('Importing spreadsheets is not available in this version. Cases can be written through /api/v1.')
  },
})
