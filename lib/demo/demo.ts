import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { accountByEmail, organisationsHere } from '@/lib/core/accounts.queries'
import { hashPassword } from '@/lib/core/passwords'
import { keptFiles } from '@/lib/evidence/kept-files'
import { approveBodies } from './afterwards'
import { calendarOf } from './calendar'
import { decidedCourses } from './decided'
import { earlyCourses } from './early-courses'
import { exampleCourses } from './examples'
import { demoPassword, offices } from './offices'
import { openCourses } from './open-courses'
import { otherCourses } from './other-courses'
import { papersOf } from './papers'
import { openPlace } from './place'
import { tellAll } from './story'
import { storiesOf } from './walk'

/** How many decided cases lie behind the board. */
const usually = { decided: 300 }

/**
 * Builds the demo: two offices with their accounts, told command by command as their cases happened, so that history, audit
 * and frozen factors are real. Days are relative to `now`; the same day gives the same cases. Where it is there already,
 * nothing happens.
 */
export async function loadDemo(now: Date, { decided } = usually): Promise<{ loaded: boolean; offices: string[] }> {
  const names = Object.values(offices).map(({ name }) => name)
  if ((await accountByEmail(offices.sunshine.staff[0].email)) !== undefined) return { loaded: false, offices: names }
  const calendar = calendarOf(now)
  const passwordHash = await hashPassword(demoPassword)
  const papers = papersOf(now)
  const sunshine = await openPlace(offices.sunshine, calendar, passwordHash)
  const otherHill = await openPlace(offices.otherHill, calendar, passwordHash)
  await approveBodies(sunshine)
  await tellAll([
    ...storiesOf(sunshine, papers, [
      ...exampleCourses(calendar),
      ...openCourses(calendar),
      ...earlyCourses(),
      ...decidedCourses(calendar, decided),
    ]),
    ...storiesOf(otherHill, papers, otherCourses()),
  ])
  return { loaded: true, offices: names }
}

/** Drops every office that is marked as demo data, with its files and accounts, and nothing else. */
export async function clearDemo(drop: (organisationId: string) => Promise<unknown> = dropHere): Promise<{ cleared: string[] }> {
  const demos = (await organisationsHere()).filter(({ is_demo: isDemo }) => isDemo)
  for (const { id } of demos) {
    await drop(id)
    await keptFiles().removeAll(id)
  }
  return { cleared: demos.map(({ name }) => name) }
}

const dropHere = (organisationId: string) =>
  inTransaction({ quiet: true }, (tx) => tx.execute(sql`select drop_demo_organisation(${organisationId})`))
