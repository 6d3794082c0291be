import type { Command } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { setPreference } from '@/lib/preferences/commands'

type Commands = { [Name in CommandName]: Command<Name> }

/** Every way to change something, by its name. What is not here can be reached by nobody. */
export const commands: Partial<Commands> = {
  'preference.set': setPreference,
}
