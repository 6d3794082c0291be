import { z } from 'zod'
import { analyseSheet, analysisText } from '../analyse'
import { line } from '../line'
import { bytesOf, jsonOf } from '../read-input'

export const command = line({
  input: z.strictObject({
    file: z.string().describe('a spreadsheet as CSV: UTF-8 or GB18030'),
    spec: z.string().describe('JSON file that names the outcome and the factors'),
  }),
  positional: 'file',
  needsOffice: false,
  async run({ file, spec }) {
    const result = analyseSheet(await bytesOf(file), await jsonOf(spec))
    return { ok: true, value: result, text: analysisText(result) }
  },
})
