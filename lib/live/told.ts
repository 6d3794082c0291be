import { z } from 'zod'
import { type Actor, seesWholeOffice } from '@/lib/core/actor'

/** What the database says when a case has changed (tell_board): ids only, with the people and teams it belongs or belonged to. */
const shape = z.object({
  org: z.uuid(),
  case: z.uuid(),
  v: z.int(),
  owners: z.array(z.uuid()),
  teams: z.array(z.uuid()),
})
export type Told = z.output<typeof shape>

/** Undefined where the text is not ours: anybody who may connect may also notify. */
export function readTold(text: string): Told | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Whether this change is any business of the actor's: the same scope as `visibleTo`, before or after the change. */
export function concerns(actor: Actor, { org, owners, teams }: Told) {
  if (org !== actor.organisationId || actor.kind !== 'staff') return false
  return seesWholeOffice(actor) || owners.some((id) => actor.owners.includes(id)) || teams.some((id) => actor.teams.includes(id))
}
