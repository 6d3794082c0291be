import type { z } from 'zod'
import { logConduct } from '@/lib/conduct/commands'
import { planFallback } from '@/lib/fallback/commands'
import { addReferralBody } from '@/lib/fallback/referral.commands'
import type { Collected, Course, WayOn } from './course'
import type { OpenCase } from './open-cases'
import type { Place } from './place'
import type { Step } from './story'
import { doAs, step, type Told } from './told'

/** What happens around a lender's answer: ways on after a refusal, and what the client tells of collectors. */
export function afterwardSteps(told: Told): Step[] {
  const { waysOn = [], collected = [] } = told.course
  return [
    ...waysOn.map((way) => step(told, way.on, 20, (now) => planWay(told, now, way))),
    ...collected.map((contact) => step(told, Math.min(contact.on + 1, 0), 10, (now) => log(told, now, contact))),
  ]
}

const planWay = ({ owner: actor, caseId, place }: Told, now: Date, { by, plan }: WayOn) => {
  const dated = plan.kind === 'BUDGET' ? { ...plan, targetOn: place.calendar.on(by ?? 14) } : plan
  return doAs({ actor, now }, planFallback, { caseId, plan: dated })
}

const log = ({ owner: actor, caseId, place }: Told, now: Date, { on, time, ...told }: Collected) =>
  doAs({ actor, now }, logConduct, { caseId, at: `${place.calendar.on(on)}T${time}`, ...told })

/** Two organisations this office refers to. */
export async function approveBodies(place: Place) {
  const [actor, now] = [place.staff('supervisor'), place.calendar.at(-400, '10:00')]
  const checked = { source: '机构公开的登记信息和电话核实', asOf: place.calendar.on(-401) }
  for (const body of bodies) await doAs({ actor, now }, addReferralBody, { ...body, ...checked })
}

const bodies: Omit<z.input<typeof addReferralBody.input>, 'source' | 'asOf'>[] = [
  { name: '区法律援助中心（示例）', type: 'LEGAL_AID', contact: '12348', isFree: true },
  {
    ...{ name: '邻里财务健康服务社（示例）', type: 'DEBT_ADVICE', contact: '工作日 9:00–17:00，到店预约', isFree: false },
    fee: '首次咨询免费；之后每次 30 元，不按债务比例收费。',
  },
]

const collector = '某资产管理公司'

/** What an open case has come to around the lender's answer: plans where it fell back, calls where it is in arrears. */
export const aroundAnswer = ({ stage, overdueDays = 0 }: OpenCase, came: number): Partial<Course> => ({
  ...(stage === 'FALLBACK' ? waysOnFor(came) : {}),
  ...(overdueDays > 0 && stage !== 'INTAKE' ? collectedFrom(Math.min(came - 1, -1)) : {}),
})

/** What is planned on the day a case falls back, a little different from case to case. */
const waysOnFor = (came: number): Pick<Course, 'waysOn'> => ({
  waysOn: [
    { on: came, by: 21, plan: { kind: 'BUDGET', title: '退订不用的会员和流量包', amount: '120' } },
    { on: came, plan: { kind: 'SAVINGS_GOAL', title: '留一笔应急的钱', amount: '2000', saved: '300', monthly: '200' } },
    { on: came, plan: { kind: 'FAMILY_HELP', title: '姐姐', amount: '1500', isLoan: true, isWritten: false } },
  ],
})

/** What a client in arrears tells of collectors: one call by day, one at night. */
const collectedFrom = (on: number): Pick<Course, 'collected'> => ({
  collected: [
    {
      ...{ on, time: '10:20', channel: 'PHONE', party: collector, person: 'DEBTOR', isAnswered: true },
      description: '来电询问还款时间，客户说明正在协商。',
    },
    {
      ...{ on, time: '22:35', channel: 'PHONE', party: collector, person: 'DEBTOR', isAnswered: true },
      description: '夜里再次来电，要求当晚还款。',
    },
  ],
})
