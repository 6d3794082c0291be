import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { inTransaction } from '@/db/client'
import { cases } from '@/db/schema'
import { type Command, execute } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import type { Actor } from '@/lib/core/prove'
import type { Course } from './course'
import type { Papers } from './papers'
import type { Place } from './place'
import type { Step } from './story'

/** What a story has come to so far. Ids are there once the step that makes them is told. */
export type Told = {
  place: Place
  papers: Papers
  course: Course
  owner: Actor
  /** Waits until every case that was opened before has its number. */
  inTurn: ReturnType<Place['opening']>
  clientId: string
  /** The client's own account, where they have one. */
  account?: Actor
  caseId: string
  debtId: string
  version: { versionId: string; version: number }
  agreement: { agreementId: string; version: number }
}

/** Courses about to be told, in the order in which their cases are opened, which is the order of their numbers. */
export const toldInOrder = (place: Place, papers: Papers, courses: readonly Course[]): Told[] =>
  courses
    .toSorted((a, b) => openedAt(place, a).getTime() - openedAt(place, b).getTime())
    .map((course) => ({
      ...{ place, papers, course, owner: place.staff(course.owner), inTurn: place.opening() },
      ...{ clientId: '', caseId: '', debtId: '' },
      ...{ version: { versionId: '', version: 0 }, agreement: { agreementId: '', version: 0 } },
    }))

const openedAt = (place: Place, course: Course) => momentOf({ place, course }, course.opened, openingHour)
export const openingHour = 9

/** Does something as somebody, at the moment the story stands at. No board is told: there is nobody in front of it yet. */
export const doAs = <Input extends z.ZodType, Output>(
  { actor, now }: { actor: Actor; now: Date },
  command: Command<CommandName, Input, Output>,
  values: z.input<Input>,
): Promise<Output> => execute(command, actor, values, { now, quiet: true })

/** A step of this story on a day and hour. Each client has minutes of their own, so that not everything happens on the hour. */
export const step = (told: Told, on: number, hour: number, act: Step['act']): Step => ({ at: momentOf(told, on, hour), act })

function momentOf({ place, course }: Pick<Told, 'place' | 'course'>, on: number, hour: number) {
  const minute = Number.parseInt(course.client.phone.slice(-2), 10) % 60
  return place.calendar.at(on, `${two(hour)}:${two(minute)}`)
}

const two = (part: number) => String(part).padStart(2, '0')

/** The case's id and the version it stands at, as commands on it ask for. */
export async function caseNow({ place: { organisationId }, caseId }: Told) {
  const [row] = await inTransaction({ organisationId }, (tx) =>
    tx
      .select({ version: cases.version })
      .from(cases)
      .where(and(eq(cases.orgId, organisationId), eq(cases.id, caseId))),
  )
  return { caseId, version: row?.version ?? 0 }
}
