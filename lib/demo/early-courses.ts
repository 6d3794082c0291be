import type { ClosingOutcome, HardshipType } from '@/db/vocabulary'
import { chance as chanceOf } from '@/lib/seed/chance'
import type { Course, Paper } from './course'
import { closing } from './endings'
import { loanOf } from './loans'
import { hardshipOf, householdOf, personOf } from './people'

type Early = [name: string, outcome: ClosingOutcome, cause: HardshipType, opened: number, papers?: string[]]

const early: readonly Early[] = [
  ['贾德明', 'NOT_ELIGIBLE', 'INJURY_DISABILITY', -310, ['DISABILITY_CERT', 'INSURANCE_CLAIM']],
  ['夏沐阳', 'ABLE_TO_PAY', 'INCOME_REDUCTION', -244, ['INCOME_PROOF', 'CREDIT_REPORT']],
  ['韦春梅', 'DUPLICATE', 'DISASTER_ACCIDENT', -198, ['OFFICIAL_CERT']],
  ['付晓东', 'DATA_ERASURE', 'OVER_INDEBTED', -171, ['OTHER_LOAN_CONTRACT', 'BANK_STATEMENT']],
  ['方秀兰', 'DECEASED', 'ILLNESS', -140, ['DEATH_CERT', 'KINSHIP_PROOF']],
  ['邹孟军', 'LOST_CONTACT', 'BUSINESS_FAILURE', -122, ['BUSINESS_LEDGER', 'BUSINESS_CLOSURE']],
  ['秦雪', 'REFERRED', 'SEPARATION', -97, ['SEPARATION_RULING', 'COMM_EMAIL']],
  ['江永福', 'INTEGRITY', 'UNEMPLOYMENT', -83, ['OTHER', 'LENDER_PLAN']],
  ['闫冬梅', 'CLIENT_WITHDREW', 'LOW_INCOME_LONG', -64, ['LOW_INCOME_CERT', 'DIVORCE_CERT']],
]

/** Cases that ended before anything was proposed: every such outcome once, and the documents no other case brings. */
export const earlyCourses = (): Course[] => early.map(courseOf)

const owners = ['counsellor', 'counsellor2', 'supervisor'] as const

function courseOf([name, outcome, cause, opened, papers = []]: Early, index: number): Course {
  const chance = chanceOf(`early:${name}`)
  const household = householdOf(chance, chance.whole(2, 14) * 100)
  return {
    ...{ owner: owners[index % owners.length] ?? 'counsellor', client: personOf(chance, name), brand: '借呗', opened, household },
    hardship: hardshipOf(chance, cause, { began: opened - 40, income: household.income }),
    ...{ assessed: opened + 1, loan: loanOf(chance, { sent: opened + 9, overdueDays: 0 }) },
    papers: papers.map((code): Paper => ({ on: opened + 3, code, fate: outcome === 'INTEGRITY' ? 'REJECTED' : 'VERIFIED' })),
    closed: closing(outcome, opened + chance.whole(5, 20)),
  }
}
