import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { locales } from '@/db/vocabulary'
import { historyFault } from '@/lib/history/fault-text'
import { messages } from '@/lib/i18n/catalogue'
import { resultFile } from '@/lib/imports/result-file'
import { now } from '@/lib/platform/clock'
import { importHistory } from '../history'
import { Failed, line } from '../line'
import { atTheMachine, officeNamed } from '../offices'
import { bytesOf } from '../read-input'
import { writing } from '../write-output'

export const command = line({
  input: z.strictObject({
    file: z.string().describe('CSV (UTF-8, GB18030) or XLSX; a row is one proposal that was sent and decided'),
    knownWhenSent: z
      .boolean()
      .default(false)
      .describe('say that every column was known on the day of sending (required to import)'),
    map: z.string().max(4000).optional().describe('what columns are: 批复=outcome,编号=caseNumber'),
    dryRun: z.boolean().default(false).describe('only say what would become of each row'),
    out: z.string().optional().describe('write the table with a column of results, as XLSX'),
    locale: z.enum(locales).default('zh-CN').describe('language of the results'),
    organisation: z.string().optional().describe('name or id, where there are several'),
  }),
  positional: 'file',
  needsOffice: true,
  async run({ file, knownWhenSent, map = '', dryRun, out, locale, organisation }) {
    if (!knownWhenSent && !dryRun)
      throw new Failed('Say --known-when-sent: columns that were found out after the answer would tell it, and must stay out.')
    const bytes = await bytesOf(file)
    const actor = atTheMachine(await officeNamed(organisation))
    const { rows, table, ...done } = await importHistory(actor, bytes, { fileName: basename(file), map, isDry: dryRun })
    if (out !== undefined) {
      const result = await resultFile(table, rows, spokenIn(locale), now())
      await writing(out, () => writeFile(out, result, { mode: 0o600 }))
    }
    return done
  },
})

/** What a file of results says, with the name of its sheet and the words that may be written. */
export function spokenIn(locale: (typeof locales)[number]) {
  const { faults, imports, history, ...say } = messages[locale]
  const reasonOf = (wrong: { field: string; fault: string }) => historyFault(wrong, { ...say, faults, history })
  return { faults, imports: { ...imports, sheet: history.sheet }, reasonOf }
}
