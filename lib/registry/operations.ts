import type { z } from 'zod'
import type { Role } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { type Call, type Command, execute } from '@/lib/core/command'
import { type CommandName, commandRoles, type QueryName, queryRoles } from '@/lib/core/permissions'
import { commands } from './commands'
import { type Asked, queries } from './queries'
import { commandRoutes, queryRoutes, type Route } from './routes'

/** One thing the product can be asked or told from outside, as the API, its description and the manifest know it. */
export type Operation = Route & {
  name: string
  kind: 'command' | 'query'
  roles: readonly Role[]
  input: z.ZodType
  perform(actor: Actor, values: unknown, call: Call): Promise<unknown>
}

const ofCommand = (command: Command): Operation => ({
  ...commandRoutes[command.name],
  name: command.name,
  kind: 'command',
  roles: commandRoles[command.name],
  input: command.input,
  perform: (actor, values, call) => execute(command, actor, values, call),
})

const ofQuery = ({ definition, answer }: Asked): Operation => ({
  ...queryRoutes[definition.name],
  name: definition.name,
  kind: 'query',
  roles: queryRoles[definition.name],
  input: definition.input,
  perform: (actor, values, call) => answer(actor, values, call.now),
})

const present = <T>(entries: (T | undefined)[]): T[] => entries.filter((entry) => entry !== undefined)

/** Everything that can be reached, commands first; nothing else can. */
export const operations: readonly Operation[] = [
  ...present<Command<CommandName>>(Object.values(commands)).map(ofCommand),
  ...present<Asked<QueryName>>(Object.values(queries)).map(ofQuery),
]
