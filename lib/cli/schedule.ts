import type { CivilDate } from '@/lib/platform/dates'
import { contradiction, faultOf, scheduleInput, termsFrom } from '@/lib/schedules/input'
import { type Plan, toPlan } from '@/lib/schedules/plan'
import { schedule as workOut } from '@/lib/schedules/schedule'
import { type Answer, misfit, misfitAt } from './answer'

/** `parley schedule`: terms in, the plan out, both as JSON. `today` is the disbursement date where the terms have no date at all. */
export function schedule(json: unknown, today: CivilDate): Answer<Plan> {
  const parsed = scheduleInput.safeParse(json)
  if (!parsed.success) return misfit(scheduleInput, json, parsed.error)
  const terms = termsFrom(parsed.data, today)
  const field = contradiction(terms)
  return field ? misfitAt(field, faultOf(field)) : { ok: true, value: toPlan(workOut(terms)) }
}
