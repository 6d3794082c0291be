import type { HardshipType } from '@/db/vocabulary'
import { type Chance, chance as chanceOf } from '@/lib/seed/chance'
import { nameOf } from '@/lib/seed/names'
import { asksFor, drawAsk, givesUp } from './asks'
import type { Calendar } from './calendar'
import type { Contact, Course, Paper } from './course'
import { endOf } from './endings'
import { instalmentOf, loanOf } from './loans'
import { hardshipOf, householdOf, personOf, proofOf } from './people'
import type { Merits } from './verdicts'

/** Cases of the past year whose first proposal was answered and which are closed by now. The same seed gives the same cases. */
export function decidedCourses(calendar: Calendar, many: number): Course[] {
  const courses: Course[] = []
  for (let serial = 0; serial < many; serial++) {
    const chance = chanceOf(`demo:${serial}`)
    const first = chance.happens(0.18) ? courses.at(-chance.whole(1, 20)) : undefined
    courses.push(courseOf({ chance, serial, calendar }, first !== undefined && isAlone(first, courses) ? first : undefined))
  }
  return courses
}

/** Long enough ago for a second case to be over by now, and without one yet. */
const isAlone = (first: Course, courses: readonly Course[]) =>
  first.opened < -100 && courses.filter(({ client }) => client === first.client).length === 1

export type Draw = { chance: Chance; serial: number; calendar: Calendar }

/** `first` is an earlier case of the same client, with another lender. */
function courseOf(draw: Draw, first: Course | undefined): Course {
  const { chance, calendar } = draw
  const preparation = chance.whole(6, 30)
  const opened = first === undefined ? -chance.whole(50, 350) - preparation : first.opened + 9
  const ready = opened + Math.floor(preparation / 2)
  const sent = opened + preparation
  const overdueDays = overdueBy(chance)
  const loan = loanOf(chance, { sent, overdueDays })
  const person = first ?? strangerOf(chance, { opened, instalment: instalmentOf(loan) })
  const brand = first === undefined ? chance.weighted({ 借呗: 58, 信用贷: 24, 信用卡: 18 }) : otherBrand(first.brand)
  const papers = papersOf(chance, person.hardship.type, { from: opened + 2, to: ready })
  const kind = drawAsk(chance, overdueDays > 0)
  const merits: Merits = {
    ...{ overdueDays, brand, completeness: papers.length / required, hasThirdParty: papers.some(isThirdParty) },
    ...{ givesUp: givesUp(kind), earlierRestructures: loan.earlierRestructures ?? 0, episodes: loan.episodes ?? 0 },
  }
  const asks = asksFor(kind, { loan, sent, calendar })
  const { client, household, hardship, owner } = person
  return {
    ...{ owner, client, brand, opened, hardship, household, loan, assessed: opened + 1, papers, ready },
    ...{ firstContact: firstContactOf(chance, opened, ready), requests: requestsFor(chance, papers, opened + 1) },
    ...endOf(draw, { loan, merits, kind, asks, drafted: ready, sent }),
  }
}

function strangerOf(chance: Chance, { opened, instalment }: { opened: number; instalment: number }) {
  const household = householdOf(chance, Math.round((instalment * chance.whole(45, 110)) / 1000) * 10)
  const cause = { began: opened - chance.whole(20, 120), income: household.income }
  return {
    ...{ client: personOf(chance, nameOf(chance)), household, hardship: hardshipOf(chance, chance.weighted(hardships), cause) },
    owner: chance.weighted({ counsellor: 42, counsellor2: 38, supervisor: 20 }),
  }
}

const otherBrand = (brand: string) => (brand === '借呗' ? '信用卡' : '借呗')

const hardships: Record<HardshipType, number> = {
  ...{ UNEMPLOYMENT: 24, INCOME_REDUCTION: 18, ILLNESS: 14, INJURY_DISABILITY: 5, FAMILY_ILLNESS_DEATH: 8, SEPARATION: 5 },
  ...{ BUSINESS_FAILURE: 9, DISASTER_ACCIDENT: 3, OVER_INDEBTED: 8, LOW_INCOME_LONG: 4, OTHER: 2 },
}

function overdueBy(chance: Chance): number {
  const [from, to] = bands[chance.weighted({ none: 46, month: 24, quarter: 18, half: 8, long: 4 })]
  return chance.whole(from, to)
}

const bands = { none: [0, 0], month: [1, 30], quarter: [31, 90], half: [91, 170], long: [181, 220] } as const

/** Papers a checklist asks for in every case, and one for the cause. */
const required = 6
const always = ['ID_CARD', 'BILL_SNAPSHOT', 'EXPENSE_DETAIL', 'ASSET_PROOF', 'AUTHORITY_LETTER'] as const

function papersOf(chance: Chance, cause: HardshipType, { from, to }: { from: number; to: number }): Paper[] {
  const many = chance.weighted({ 0: 22, 1: 20, 2: 14, 3: 12, 5: 12, 6: 20 })
  const proof = chance.pick(proofOf[cause])
  const wanted = [{ ...proof, months: proof.code === 'PAYSLIP' ? 3 : undefined }, ...always.map((code) => ({ code }))]
  return wanted
    .slice(0, Number.parseInt(many, 10))
    .map((paper) => ({ ...paper, on: chance.whole(from, to), fate: 'VERIFIED' as const }))
}

const thirdParties: ReadonlySet<string> = new Set(['EMPLOYER', 'HOSPITAL', 'GOVERNMENT'])
const isThirdParty = ({ issuer = 'CLIENT' }: Paper) => thirdParties.has(issuer)

/** Now and then a paper had to be asked for, and not always did it come in time. */
const requestsFor = (chance: Chance, papers: readonly Paper[], on: number) =>
  papers
    .filter(({ on: given }) => given > on + 1)
    .slice(0, chance.whole(0, 1))
    .map(({ code, on: given }) => ({ on, code, from: 'COUNSELLOR' as const, deadline: chance.happens(0.75) ? given : given - 1 }))

/** Some had spoken to the lender before they came to us; a few never did before the letter. */
function firstContactOf(chance: Chance, opened: number, ready: number): Contact | undefined {
  if (chance.happens(0.12)) return undefined
  const on = chance.happens(0.25) ? opened - chance.whole(1, 12) : chance.whole(opened + 1, ready)
  return {
    on,
    channel: chance.pick(['PHONE', 'APP_CHAT']),
    purpose: 'HARDSHIP_NOTICE',
    summary: '向客服说明困难和还款意愿，询问可以申请的安排。',
  }
}
