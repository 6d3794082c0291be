import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction, type Tx } from '@/db/client'
import { now as clock } from '@/lib/platform/clock'
import { actorLabel, logDenial } from './access-log'
import { type Actor, contextOf } from './actor'
import { afterDeadlock } from './after-deadlock'
import { expectNotAtRest } from './at-rest.queries'
import type { AuditEvent } from './audit'
import { type CommandName, mayDo } from './permissions'
import { Refusal, type RefusalDetails } from './refusal'
import { once } from './replay.queries'
import { malformedField } from './well-formed'

/** What a command works with: who acts, the one transaction, the time, and the audit it must leave. */
export type Work = { actor: Actor; tx: Tx; now: Date; audit: (event: AuditEvent) => void }

export type Command<Name extends CommandName = CommandName, Input extends z.ZodType = z.ZodType, Output = unknown> = {
  name: Name
  input: Input
  /** What it answers is a secret: never kept, so that a repeat is asked, allowed and noted like the first. */
  answersSecret?: boolean
  /** Method syntax on purpose: commands of different input fit into one registry. */
  run(work: Work, input: z.output<Input>): Promise<Output>
}

/** How a call is made: the clock, a key that makes repeats harmless, the request it belongs to. */
export type Call = { now?: Date; idempotencyKey?: string | undefined; requestId?: string; quiet?: boolean }

/** Defines one way to change something. Its name is its row in the permission table. Its output must be plain JSON values. */
export const command = <Name extends CommandName, Input extends z.ZodType, Output>(definition: Command<Name, Input, Output>) =>
  definition

/**
 * The one way anything is ever written: permission, input, transaction, what stands still for the client, work, audit, in that order.
 * @throws Refusal, with nothing changed
 */
export async function execute<Input extends z.ZodType, Output>(
  { name, input, run, answersSecret = false }: Command<CommandName, Input, Output>,
  actor: Actor,
  values: unknown,
  { now = clock(), idempotencyKey, requestId = '', quiet = false }: Call = {},
): Promise<Output> {
  try {
    if (!mayDo(actor, name)) throw new Refusal('forbidden')
    const parsed = parse(input, values)
    const transaction = () =>
      inTransaction({ ...contextOf(actor), quiet }, async (tx) => {
        const events: AuditEvent[] = []
        const work: Work = { actor, tx, now, audit: (event) => events.push(event) }
        const done = async () => {
          await expectNotAtRest(work, name, parsed)
          const output = await run(work, parsed)
          if (events.length === 0) throw new Error(`${name} left no trace in the audit log`)
          await appendAudit(tx, { now, by: actorLabel(actor), command: name, requestId }, events)
          return { output, events }
        }
        if (idempotencyKey === undefined || answersSecret) return (await done()).output
        return once(work, { key: `${name}:${idempotencyKey}`, values }, done)
      })
    return await afterDeadlock(transaction)
  } catch (error) {
    if (error instanceof Refusal) await logDenial(actor, name, { code: error.code, object: objectOf(values), now })
    throw error
  }
}

/** @throws Refusal `invalid` with field errors */
export function parse<Input extends z.ZodType>(input: Input, values: unknown): z.output<Input> {
  const malformed = malformedField(values)
  if (malformed !== undefined) throw new Refusal('invalid', { fields: { [malformed]: ['unreadable'] } })
  const parsed = input.safeParse(values)
  if (!parsed.success) {
    const details: RefusalDetails = { fields: z.flattenError(parsed.error).fieldErrors }
    throw new Refusal('invalid', details)
  }
  return parsed.data
}

type Trace = { now: Date; by: string; command: CommandName; requestId: string }

/** Writes what happened into the audit chain, in the transaction in which it happens: for commands, and for rounds that nobody asks for. */
export async function appendAudit(tx: Tx, { now, by, command: name, requestId }: Trace, events: readonly AuditEvent[]) {
  await tx.execute(
    sql`select append_audit(${now.toISOString()}::timestamptz, ${by}, ${name}, ${requestId}, ${JSON.stringify(events)}::jsonb)`,
  )
}

/** The id a call was about, for the access log: without what PostgreSQL cannot keep, so that no denial goes unwritten. */
export function objectOf(values: unknown) {
  if (typeof values !== 'object' || values === null) return ''
  const id = Object.entries(values).find(([key, value]) => /id$/i.test(key) && typeof value === 'string')
  return id === undefined
    ? ''
    : String(id[1])
        .slice(0, 64)
        .replace(/\0|\p{Surrogate}/gu, '')
}
