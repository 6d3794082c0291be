import { now as clock } from '@/lib/platform/clock'
import { logDenial } from './access-log'
import type { Actor } from './actor'
import { type CommandName, commandRoles, mayAsk, mayDo, type QueryName } from './permissions'
import { Refusal } from './refusal'

/**
 * Whether a page or a file may be had at all, before anything of it is read; a denial leaves its line in the access log.
 * @throws Refusal `forbidden`
 */
export async function expectMay(actor: Actor, name: QueryName | CommandName, now: Date = clock()) {
  if (isCommand(name) ? mayDo(actor, name) : mayAsk(actor, name)) return
  await logDenial(actor, name, { code: 'forbidden', object: '', now })
  throw new Refusal('forbidden')
}

const isCommand = (name: QueryName | CommandName): name is CommandName => Object.hasOwn(commandRoles, name)
