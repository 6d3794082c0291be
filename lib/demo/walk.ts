import { holdCase, moveCase, setNextAction, triageCase } from '@/lib/cases/commands'
import { addTask } from '@/lib/contacts/task.commands'
import { afterwardSteps } from './afterwards'
import type { Course } from './course'
import { fileSteps } from './file'
import { openingSteps } from './opening'
import type { Papers } from './papers'
import type { Place } from './place'
import { roundSteps } from './rounds'
import type { Step, Story } from './story'
import { caseNow, doAs, step, type Told, toldInOrder } from './told'

/** Stories of these courses in one office, numbered in the order in which their cases were opened. */
export const storiesOf = (place: Place, papers: Papers, courses: readonly Course[]): Story[] =>
  toldInOrder(place, papers, courses).map((told) => ({
    lane: `${place.organisationId} ${told.course.owner}`,
    steps: [...openingSteps(told), ...fileSteps(told), ...roundSteps(told), ...asideSteps(told), ...afterwardSteps(told)],
  }))

/** What happens beside the way of a case: things to do, a pause, what comes next in somebody's own words, and the end. */
function asideSteps(told: Told): Step[] {
  const { tasks = [], held, next, fellBack, closed } = told.course
  return [
    ...tasks.map((task) => step(told, task.on, 16, (now) => toDo(told, now, task))),
    ...(held === undefined ? [] : [step(told, held.on, 19, (now) => hold(told, now, held))]),
    ...(fellBack === undefined ? [] : [step(told, fellBack.on, 19, (now) => fallBack(told, now, fellBack))]),
    ...(next === undefined ? [] : [step(told, next.on, 20, (now) => plan(told, now, next))]),
    ...(closed === undefined ? [] : [step(told, closed.on, 21, (now) => close(told, now, closed))]),
  ]
}

type Aside<Part extends keyof Course> = NonNullable<Course[Part]>

const as = ({ owner: actor }: Told, now: Date) => ({ actor, now })

const toDo = (told: Told, now: Date, { title, due }: Aside<'tasks'>[number]) =>
  doAs(as(told, now), addTask, { caseId: told.caseId, title, dueOn: told.place.calendar.on(due) })

const hold = async (told: Told, now: Date, { until, reason }: Aside<'held'>) =>
  doAs(as(told, now), holdCase, { ...(await caseNow(told)), until: told.place.calendar.on(until), reason })

const plan = async (told: Told, now: Date, { action, text, due }: Aside<'next'>) =>
  doAs(as(told, now), setNextAction, { ...(await caseNow(told)), action, text, dueOn: told.place.calendar.on(due) })

async function fallBack(told: Told, now: Date, { why, reason }: Aside<'fellBack'>) {
  await doAs(as(told, now), triageCase, { ...(await caseNow(told)), result: 'BUDGET_ONLY', reason })
  await doAs(as(told, now), moveCase, { ...(await caseNow(told)), to: 'FALLBACK', fallback: why, reason })
}

const close = async (told: Told, now: Date, { outcome, reason, summary }: Aside<'closed'>) =>
  doAs(as(told, now), moveCase, { ...(await caseNow(told)), to: 'CLOSED', closing: { outcome, reason, summary } })
