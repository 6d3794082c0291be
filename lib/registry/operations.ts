import type { z } from 'zod'
import type { Role } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { type Call, type Command, execute } from '@/lib/core/command'
import { commandRoles, mayAsk, mayDo, type QueryName, queryRoles } from '@/lib/core/permissions'
import { now as clock } from '@/lib/platform/clock'
import { commands } from './commands'
import { downloads } from './downloads'
import { type Asked, queries } from './queries'
import { queryRoutes } from './query-routes'
import type { Route } from './route'
import { commandRoutes, type RegisteredCommand } from './routes'

/** One thing the product can be asked or told from outside, as the API, its description and the manifest know it. */
export type Operation = Route & {
  name: RegisteredCommand | QueryName
  kind: 'command' | 'query'
  roles: readonly Role[]
  input: z.ZodType
  perform(actor: Actor, values: unknown, call: Call): Promise<unknown>
}

const ofCommand = (command: Command<RegisteredCommand>): Operation => {
  const { name } = command
  const file = downloads[name]
  return {
    ...commandRoutes[name],
    name,
    kind: 'command',
    roles: commandRoles[name],
    input: file?.input ?? command.input,
    // Who may not do it is refused by the command itself, which notes it.
    perform: (actor, values, call) =>
      file !== undefined && mayDo(actor, name)
        ? file.open(actor, values, call.now ?? clock())
        : execute(command, actor, values, call),
  }
}

const ofQuery = ({ definition, answer }: Asked): Operation => {
  const { name } = definition
  const file = downloads[name]
  return {
    ...queryRoutes[name],
    name,
    kind: 'query',
    roles: queryRoles[name],
    input: file?.input ?? definition.input,
    // Who may not ask is refused by the query itself, which notes it.
    perform: (actor, values, { now = clock() }) =>
      file !== undefined && mayAsk(actor, name) ? file.open(actor, values, now) : answer(actor, values, now),
  }
}

/** Everything that can be reached, commands first; nothing else can. */
export const operations: readonly Operation[] = [
  ...Object.values<Command<RegisteredCommand>>(commands).map(ofCommand),
  ...Object.values<Asked>(queries).map(ofQuery),
]
