import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { consentChannels, locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { resultFile } from '@/lib/imports/result-file'
import { now } from '@/lib/platform/clock'
import { importTable } from '../import'
import { line } from '../line'
import { atTheMachine, officeNamed } from '../offices'
import { bytesOf } from '../read-input'
import { writing } from '../write-output'

const same = (what: string) => z.string().max(120).optional().describe(`${what} of every row, where no column says it`)

export const command = line({
  input: z.strictObject({
    file: z.string().describe('CSV (UTF-8, GB18030) or XLSX; a row is one loan note'),
    consent: z
      .enum(consentChannels, 'say how everybody in the file agreed to their data being processed')
      .describe(`how everybody in it agreed to their data being processed: ${consentChannels.join(', ')}`),
    owner: same('the counsellor'),
    product: same('the product'),
    creditor: same('the creditor'),
    method: same('the repayment method'),
    map: z.string().max(4000).optional().describe('what columns are: 备注=goal,电话2=phone'),
    dryRun: z.boolean().default(false).describe('only say what would become of each row'),
    out: z.string().optional().describe('write the table with a column of results, as XLSX'),
    locale: z.enum(locales).default('zh-CN').describe('language of the results'),
    organisation: z.string().optional().describe('name or id, where there are several'),
  }),
  positional: 'file',
  needsOffice: true,
  async run({ file, consent, owner, product, creditor, method, map = '', dryRun, out, locale, organisation }) {
    const bytes = await bytesOf(file)
    const actor = atTheMachine(await officeNamed(organisation))
    const fixed = {
      ...(owner && { owner }),
      ...(product && { product }),
      ...(creditor && { creditor }),
      ...(method && { method }),
    }
    const asked = { fileName: basename(file), consent, map, fixed, isDry: dryRun }
    const { rows, table, ...done } = await importTable(actor, bytes, asked)
    if (out !== undefined) {
      const result = await resultFile(table, rows, messages[locale], now())
      await writing(out, () => writeFile(out, result, { mode: 0o600 }))
    }
    return done
  },
})
