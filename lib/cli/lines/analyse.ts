import { z } from 'zod'
import { analyseSheet, analysisText } from '../analyse'
import { Failed, line } from '../line'
import { bytesOf, jsonOf } from '../read-input'

export const command = line({
  input: z.strictObject({
    file: z.string().describe('a spreadsheet as CSV: UTF-8 or GB18030; - is what is piped in'),
    spec: z.string().describe('JSON file that names the outcome and the factors'),
  }),
  positional: 'file',
  needsOffice: false,
  async run({ file, spec }) {
    if (file === '-' && spec === '-')
      throw new Failed('The sheet and the spec cannot both be piped in. Give one of them as a file.')
    const result = analyseSheet(await bytesOf(file), await jsonOf(spec))
    return { ok: true, value: result, text: analysisText(result) }
  },
})
