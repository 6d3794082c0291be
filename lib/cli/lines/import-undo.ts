import { z } from 'zod'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { undoHistory } from '@/lib/history/commands'
import { listHistory } from '@/lib/history/queries'
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
    const actor = atTheMachine(await officeNamed(organisation))
    if (await isHistory(actor, importId)) {
      const undone = await execute(undoHistory, actor, { importId })
      return { ok: true, value: undone, text: `Removed: past outcomes ${undone.outcomes}.` }
    }
    const undone = await execute(undoImport, actor, { importId })
    const { clients, cases, debts, kept } = undone
    return {
      ok: true,
      value: undone,
      text: `Removed: loan notes ${debts}, cases ${cases}, clients ${clients}. Rows kept: ${kept}.`,
    }
  },
})

/** Whether it took in outcomes of the past, which have an undoing of their own. */
const isHistory = async (actor: Actor, importId: string) =>
  (await listHistory(actor)).imports.some((one) => one.importId === importId)
