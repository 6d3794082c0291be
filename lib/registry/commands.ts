import { assignCase, grantSensitive, holdCase, moveCase, setNextAction, triageCase } from '@/lib/cases/commands'
import { openCase } from '@/lib/cases/open.commands'
import { undoMove } from '@/lib/cases/undo.commands'
import type { Command } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { setPreference } from '@/lib/preferences/commands'

type Commands = { [Name in CommandName]: Command<Name> }

/** Every way to change something, by its name. What is not here can be reached by nobody. */
export const commands: Partial<Commands> = {
  'case.open': openCase,
  'case.move': moveCase,
  'case.undoMove': undoMove,
  'case.assign': assignCase,
  'case.setNextAction': setNextAction,
  'case.hold': holdCase,
  'case.triage': triageCase,
  'case.grantSensitive': grantSensitive,
  'preference.set': setPreference,
}
