import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import type { Situation } from './situation'

/** The loan note of 小李 (domain.md 4.2, V11): 24,000.00 at 0.04 % a day, six instalments left. */
export const note = (over: Partial<Omit<DebtSheet, 'buckets'>> = {}, buckets: Partial<DebtSheet['buckets']> = {}): DebtSheet => {
  const all = {
    ...{ principal: '24000.00', overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' },
    ...{ penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00', ...buckets },
  }
  return {
    ...{ debtId: 'a', version: 1, contractTail: '7731', lender: '重庆蚂蚁消费金融有限公司', buckets: all, owed: owedOf(all) },
    ...{ dailyPercent: '0.04', method: 'EQUAL_INSTALMENT', remainingPeriods: 6, nextDueOn: '2026-12-05', endsOn: '2027-05-05' },
    ...over,
  }
}

const owedOf = (buckets: DebtSheet['buckets']) =>
  (Object.values(buckets).reduce((fen, amount) => fen + Math.round(Number.parseFloat(amount) * 100), 0) / 100).toFixed(2)

export const situation = (over: Partial<Situation> = {}): Situation => ({
  sheets: [note()],
  surplus: '2200.00',
  elsewhere: { creditors: 0, owed: '0.00', paying: '0.00' },
  funds: null,
  easesOn: null,
  from: '2026-11-21',
  ...over,
})
