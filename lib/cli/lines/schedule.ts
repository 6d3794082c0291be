import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { doneWith, planText } from '../faults'
import { line } from '../line'
import { jsonOf } from '../read-input'
import { schedule } from '../schedule'

export const command = line({
  input: z.strictObject({ file: z.string().describe('terms as JSON; - for what is piped in') }),
  positional: 'file',
  needsOffice: false,
  run: async ({ file }) => doneWith(schedule(await jsonOf(file), civilDateIn(now(), 'Asia/Shanghai')), planText),
})
