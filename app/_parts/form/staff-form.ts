import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { answerOf } from '@/lib/core/action'
import type { Actor } from '@/lib/core/actor'
import { type Command, execute } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { type FormState, type Issue, stateOf } from './form-state'
import { type FormValue, fieldOf, formValues, typedTexts } from './form-values'

type Shape<Output> = {
  /** Changes what the fields make into what the command takes, where they differ. */
  values?: (values: Record<string, FormValue>, data: FormData) => unknown
  /** Where to go when it is done; without it the same page is shown anew. */
  to?: (output: Output) => string
  /** What only the command would find once everything else is right, told with the rest. */
  also?: (values: Record<string, FormValue>) => Issue[]
  /** What people are asked about before it is done: while anything comes back, nothing happens. */
  before?: (actor: Actor, data: FormData) => Promise<Issue[]>
}

/**
 * Turns a command into the action of a form that also works without scripts: it takes the fields, and answers with what
 * was typed and what is wrong with it.
 */
export function staffForm<Input extends z.ZodType, Output>(
  command: Command<CommandName, Input, Output>,
  { values: valuesOf = asTyped, also = noIssues, before = noDoubts, to }: Shape<Output> = {},
) {
  return async (previous: FormState, data: FormData): Promise<FormState> => {
    const actor = await requireStaff()
    const notDone = { typed: typedTexts(data), done: previous.done }
    const doubts = await before(actor, data)
    if (doubts.length > 0) return { ...stateOf({ code: 'invalid', details: {} }, doubts), ...notDone }
    const fields = formValues(data)
    const values = valuesOf(fields, data)
    const answer = await answerOf(() => execute(command, actor, values, { idempotencyKey: keyOf(data) }))
    if (!answer.ok) {
      const issues = [...issuesOf(command.input, values, fields), ...also(fields)]
      return { ...stateOf(answer, issues), ...notDone }
    }
    if (to !== undefined) redirect(to(answer.value))
    refresh()
    return { typed: {}, done: previous.done + 1 }
  }
}

const asTyped = (values: Record<string, FormValue>): unknown => values
const noIssues = (): Issue[] => []
const noDoubts = async (): Promise<Issue[]> => []

/** A form carries a key, so that a second press of the button is the first one's answer. */
function keyOf(data: FormData) {
  const key = data.get('_key')
  return typeof key === 'string' && /^[\w-]{20,64}$/.test(key) ? key : undefined
}

/** What the input does not take, by the form's own name of each field; the command's answer knows the first part only. */
const issuesOf = (input: z.ZodType, values: unknown, fields: Record<string, FormValue>): Issue[] =>
  (input.safeParse(values).error?.issues ?? []).map(({ path, message }) => ({
    field: fieldOf(path, values, fields),
    fault: message,
  }))
