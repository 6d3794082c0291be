import type { HardshipType } from '@/db/vocabulary'
import { chance as chanceOf } from '@/lib/seed/chance'
import type { Course } from './course'
import { loanOf } from './loans'
import { hardshipOf, householdOf, personOf } from './people'

/** The second office: a few people whom nobody of the first may ever see. */
export const otherCourses = (): Course[] => [
  courseOf('龚雪梅', 'INCOME_REDUCTION', { opened: -20, email: 'client@other.test' }),
  courseOf('覃志刚', 'UNEMPLOYMENT', { opened: -9 }),
  courseOf('向阳', 'OVER_INDEBTED', { opened: -2 }),
]

function courseOf(name: string, cause: HardshipType, { opened, email }: { opened: number; email?: string }): Course {
  const chance = chanceOf(`other:${name}`)
  const household = householdOf(chance, chance.whole(8, 20) * 100)
  const client = { ...personOf(chance, name), ...(email === undefined ? {} : { email, safePhrase: '半山竹影' }) }
  return {
    ...{ owner: 'counsellor', brand: '借呗', client, household, opened, loan: loanOf(chance, { sent: 0, overdueDays: 0 }) },
    hardship: hardshipOf(chance, cause, { began: opened - 60, income: household.income }),
    ...(opened < -5
      ? {
          assessed: opened + 1,
          papers: [{ on: opened + 2, code: 'ID_CARD', fate: 'VERIFIED' }],
          requests: [{ on: opened + 2, code: 'PAYSLIP', from: 'COUNSELLOR', deadline: 5, note: '最近三个月' }],
        }
      : {}),
    ...(opened < -15 ? { ready: opened + 6 } : {}),
  }
}
