import { type AtRest, atRest, goesOn } from '@/lib/core/at-rest'
import { type CommandName, mayDo } from '@/lib/core/permissions'
import type { CaseView } from './case-view'
import { isTakenBack } from './taken-back'

type Client = { client: Pick<CaseView['client'], 'consents'> }
/** Who looks, and whose work it is. */
export type View = Client & Pick<CaseView, 'actor'>

/** Whether the client took the basic consent back, so that the work on the case rests. */
export const isAtRest = ({ client }: Client) => isTakenBack(client.consents, 'PROCESSING')

/** Whether a command with these values would be done now; that a correction was asked for is left to the command to know. */
export const isDoneNow = (view: Client, name: CommandName, input: unknown) =>
  !isAtRest(view) || goesOn(rowOf(name), input, { asksCorrection: true })

const rowOf = (name: CommandName): AtRest => atRest[name]

/** Whether who looks may do something, and whether it would be done now: what would be refused is not offered. */
export const offered = (view: View, name: CommandName): 'offered' | 'resting' | 'not theirs' => {
  if (!mayDo(view.actor, name)) return 'not theirs'
  return isAtRest(view) && atRest[name] === 'stands_still' ? 'resting' : 'offered'
}

export const mayNow = (view: View, name: CommandName) => offered(view, name) === 'offered'
