import { z } from 'zod'
import { execute } from '@/lib/core/command'
import { undoImport } from '@/lib/imports/undo.commands'
import { line } from '../line'
import { atTheMachine, officeNamed } from '../offices'

export const command = line({
  input: z.strictObject({
    import: z.uuid().describe('the number the import was given'),
    organisation: z.string().optional().describe('name or id, where there are several'),
  }),
  needsOffice: true,
  async run({ import: importId, organisation }) {
    const undone = await execute(undoImport, atTheMachine(await officeNamed(organisation)), { importId })
    const { clients, cases, debts, kept } = undone
    return {
      ok: true,
      value: undone,
      text: `Removed: loan notes ${debts}, cases ${cases}, clients ${clients}. Rows kept: ${kept}.`,
    }
  },
})
