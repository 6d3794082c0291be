import { refresh } from 'next/cache'
import type { z } from 'zod'
import { type Command, execute } from './command'
import type { CommandName } from './permissions'
import { Refusal, type RefusalCode, type RefusalDetails } from './refusal'
import { requireStaff } from './session'

export type Answer<Output> = { ok: true; value: Output } | { ok: false; code: RefusalCode; details: RefusalDetails }

/** Turns a command into a server action of the office. Anything but a Refusal is a bug and is thrown, never shown. */
export const staffAction =
  <Input extends z.ZodType, Output>(command: Command<CommandName, Input, Output>) =>
  async (values: z.input<Input>, idempotencyKey?: string): Promise<Answer<Output>> => {
    const actor = await requireStaff()
    return answerOf(async () => {
      const value = await execute(command, actor, values, { idempotencyKey })
      refresh()
      return value
    })
  }

/** What came of the work, with a Refusal as an answer. */
export async function answerOf<Output>(work: () => Promise<Output>): Promise<Answer<Output>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, details: error.details }
    throw error
  }
}
