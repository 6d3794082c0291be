import type { z } from 'zod'
import { inTransaction, type Tx } from '@/db/client'
import { now as clock } from '@/lib/platform/clock'
import { logDenial } from './access-log'
import { type Actor, contextOf } from './actor'
import { objectOf, parse } from './command'
import { mayAsk, type QueryName } from './permissions'
import { Refusal } from './refusal'

export type Reading = { actor: Actor; tx: Tx; now: Date }

export type Query<Name extends QueryName = QueryName, Input extends z.ZodType = z.ZodType, Output = unknown> = {
  (actor: Actor, values?: z.input<Input>, now?: Date): Promise<Output>
  definition: { name: Name; input: Input }
  /** The same for values from outside, which may not fit. */
  answer(actor: Actor, values: unknown, now?: Date): Promise<Output>
}

/**
 * Defines one way to read something. The result is called with a proven Actor first; permission, input and the row-level
 * security context come before the work.
 */
export function query<Name extends QueryName, Input extends z.ZodType, Output>(
  definition: Definition<Name, Input, Output>,
): Query<Name, Input, Output> {
  return queryThen({ ...definition, finish: async (read) => read })
}

type Definition<Name, Input extends z.ZodType, Read> = {
  name: Name
  input: Input
  run: (reading: Reading, input: z.output<Input>) => Promise<Read>
}

/** The same where much is left to be computed from what was read: `finish` holds no transaction and no connection. */
export function queryThen<Name extends QueryName, Input extends z.ZodType, Read, Output>(
  definition: Definition<Name, Input, Read> & { finish: (read: Read) => Promise<Output> },
): Query<Name, Input, Output> {
  const { name, input, run, finish } = definition
  const answer = async (actor: Actor, values: unknown, now: Date = clock()) => {
    try {
      if (!mayAsk(actor, name)) throw new Refusal('forbidden')
      const parsed = parse(input, values ?? {})
      return await finish(await inTransaction(contextOf(actor), (tx) => run({ actor, tx, now }, parsed)))
    } catch (error) {
      if (error instanceof Refusal) await logDenial(actor, name, { code: error.code, object: objectOf(values), now })
      throw error
    }
  }
  const ask = (actor: Actor, values?: z.input<Input>, now?: Date) => answer(actor, values, now)
  return Object.assign(ask, { definition: { name, input }, answer })
}
