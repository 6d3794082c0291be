import { z } from 'zod'
import { type Actor, hasRole, seesWholeOffice } from '@/lib/core/actor'

/** Whose cases somebody could see when a file was made for them. */
const shape = z.object({
  all: z.boolean(),
  figures: z.boolean(),
  owners: z.array(z.string()),
  teams: z.array(z.string()),
})

export const reachOf = (actor: Actor): z.output<typeof shape> => ({
  all: seesWholeOffice(actor),
  figures: hasRole(actor, 'ANALYST'),
  owners: [...actor.owners],
  teams: [...actor.teams],
})

/** Whether somebody may still see all that a file was made of: who left a team no longer opens what was made for its member. */
export function stillReaches(then: unknown, actor: Actor): boolean {
  const made = shape.safeParse(then).data
  if (made === undefined) return false
  const now = reachOf(actor)
  if (now.all) return true
  const hasKept = (were: readonly string[], are: readonly string[]) => were.every((one) => are.includes(one))
  return !made.all && (now.figures || !made.figures) && hasKept(made.owners, now.owners) && hasKept(made.teams, now.teams)
}
