import { z } from 'zod'
import { Failed, line } from '../line'

export const command = line({
  input: z.strictObject({
    file: z.string().describe('a spreadsheet as CSV: UTF-8 or GB18030'),
    spec: z.string().describe('JSON file that names the outcome and the factors'),
  }),
  positional: 'file',
  needsOffice: false,
  async run() {
    throw new Failed('The analysis engine is not there yet.')
  },
})
