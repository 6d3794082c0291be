import { money, rate, toText } from '@/lib/platform/money'
import type { Chance } from '@/lib/seed/chance'
import type { Loan } from './course'

/** A loan note as it stands on the day its proposal goes out, `overdueDays` past due. Amounts are whole yuan until interest. */
export function loanOf(chance: Chance, { sent, overdueDays }: { sent: number; overdueDays: number }): Loan {
  const missed = overdueDays === 0 ? 0 : Math.floor(overdueDays / 30) + 1
  const remainingPeriods = missed === 0 ? chance.pick([3, 6, 6, 9, 12]) : chance.pick([3, 6, 9])
  const each = chance.whole(8, 34) * 100
  const dailyPercent = chance.pick(['0.035', '0.04', '0.04', '0.045', '0.05'])
  const episodes = chance.weighted({ 0: 40, 1: 25, 2: 18, 3: 10, 5: 7 })
  return {
    principal: yuan(each * remainingPeriods),
    ...(missed === 0 ? accrued(each * remainingPeriods, dailyPercent) : arrears(each, missed, { overdueDays, dailyPercent })),
    ...{ originalAmount: yuan(each * 12), dailyPercent, remainingPeriods, totalPeriods: 12 },
    ...(missed === 0
      ? { nextDue: sent + chance.whole(14, 32) }
      : { overdueSince: sent - overdueDays, nextDue: nextAfter(sent + soonest, sent - overdueDays + 30 * missed) }),
    contractNumber: `JB${chance.whole(2023, 2026)}${chance.whole(100_000, 999_999)}`,
    ...{ episodes: Number.parseInt(episodes, 10), onTimePercent: chance.pick(['100', '95', '92', '88', '80', '70']) },
    ...{ earlierRestructures: chance.happens(0.12) ? 1 : 0, billSeen: chance.happens(0.5) },
    holderStage: overdueDays > 90 ? chance.pick(['OUTSOURCED', 'OUTSOURCED', 'ASSIGNED', 'LITIGATION'] as const) : 'IN_HOUSE',
  }
}

/** Days after sending in which no lender decides, and nothing falls due yet. */
const soonest = 14

const nextAfter = (day: number, due: number) => (due >= day ? due : due + 30)

/** About what an instalment of the contract comes to, whole yuan: enough to draw a household around it. */
export function instalmentOf({ principal, remainingPeriods }: Loan): number {
  const whole = Number.parseInt(principal, 10)
  return Math.round((whole / remainingPeriods) * (1 + 0.006 * (remainingPeriods + 1)))
}

const yuan = (amount: number) => `${amount}.00`
const perDay = (dailyPercent: string) => rate(dailyPercent).div(100)

const accrued = (principal: number, dailyPercent: string) => ({
  interest: toText(money(yuan(principal)).times(perDay(dailyPercent)).times(12)),
})

/** What has not been paid, and what runs on it: penalty interest at one and a half times the rate of the loan. */
function arrears(each: number, missed: number, { overdueDays, dailyPercent }: { overdueDays: number; dailyPercent: string }) {
  const overduePrincipal = money(yuan(each * missed))
  const penaltyRate = perDay(dailyPercent).times('1.5')
  const overdueInterest = overduePrincipal.times(perDay(dailyPercent)).times(30)
  return {
    overduePrincipal: toText(overduePrincipal),
    overdueInterest: toText(overdueInterest),
    penaltyPrincipal: toText(overduePrincipal.times(penaltyRate).times(overdueDays)),
    penaltyInterest: toText(overdueInterest.times(penaltyRate).times(overdueDays)),
    fees: overdueDays > 60 ? '60.00' : '0.00',
  }
}
