import { z } from 'zod'
import { doneWith, planText } from '../faults'
import { line } from '../line'
import { quote } from '../quote'
import { jsonOf } from '../read-input'

export const command = line({
  input: z.strictObject({ file: z.string().describe('debt and reliefs as JSON; - for what is piped in') }),
  positional: 'file',
  needsOffice: false,
  run: async ({ file }) =>
    doneWith(quote(await jsonOf(file)), ({ before, after, saving, affordable, buffer }) =>
      [
        `now\n${planText(before)}`,
        `proposed\n${planText(after)}`,
        `saving ${saving}${affordable === null ? '' : `, ${affordable ? 'affordable' : 'not affordable'}, ${buffer} left a month`}`,
      ].join('\n\n'),
    ),
})
