import { refresh } from 'next/cache'
import type { z } from 'zod'
import type { Actor } from './actor'
import { type Command, execute } from './command'
import type { CommandName } from './permissions'
import { Refusal, type RefusalCode, type RefusalDetails } from './refusal'
import { requireClient, requireStaff } from './session'

export type Answer<Output> = { ok: true; value: Output } | { ok: false; code: RefusalCode; details: RefusalDetails }

const action =
  (who: () => Promise<Actor>) =>
  <Input extends z.ZodType, Output>(command: Command<CommandName, Input, Output>) =>
  async (values: z.input<Input>, idempotencyKey?: string): Promise<Answer<Output>> => {
    const actor = await who()
    return answerOf(async () => {
      const value = await execute(command, actor, values, { idempotencyKey })
      refresh()
      return value
    })
  }

/** Turns a command into a server action of the office. Anything but a Refusal is a bug and is thrown, never shown. */
export const staffAction = action(requireStaff)
/** Turns a command into a server action of the portal. */
export const clientAction = action(requireClient)

export async function answerOf<Output>(work: () => Promise<Output>): Promise<Answer<Output>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, details: error.details }
    throw error
  }
}
