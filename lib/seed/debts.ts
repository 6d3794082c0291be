import { addDays } from '@/lib/platform/dates'
import { money, sum, toText } from '@/lib/platform/money'
import type { Life } from './ground'
import { type Loan, nextOn } from './plans'
import type { Row } from './rows'

export type SeededDebt = Loan & { id: string; overdueDays: number; earlierRestructures: number; episodes: number; row: Row }

const principals = ['6000.00', '9000.00', '12000.00', '15000.00', '18000.00', '24000.00', '30000.00', '48000.00'] as const

/** One or two loan notes of the case's product, alike in their terms; some are overdue. */
export function debtsOf(life: Life): SeededDebt[] {
  const { chance, ground } = life
  const loan = {
    principal: chance.pick(principals),
    periods: chance.pick([3, 6, 9, 12]),
    nextDue: nextOn(chance.pick([5, 15, 25]), ground.today),
  }
  return Array.from({ length: chance.happens(0.15) ? 2 : 1 }, () => debtOf(life, loan))
}

export const owedOn = (debts: readonly SeededDebt[]): string =>
  toText(sum(debts.flatMap(({ row }) => [money(String(row['principal'])), money(String(row['interest']))])))

function debtOf({ chance, ground, caseId, clientId, product }: Life, loan: Loan): SeededDebt {
  const overdueDays = chance.happens(0.45) ? chance.whole(1, 180) : 0
  const [id, episodes, earlierRestructures] = [chance.uuid(), chance.whole(0, 4), chance.happens(0.1) ? 1 : 0]
  const nothing = {
    overdue_principal: '0.00',
    overdue_interest: '0.00',
    penalty_principal: '0.00',
    penalty_interest: '0.00',
    fees: '0.00',
  }
  const row = {
    org_id: ground.organisationId,
    id,
    case_id: caseId,
    client_id: clientId,
    product_id: product.id,
    contract_number: `JB${chance.whole(10_000_000, 99_999_999)}`,
    contract_lender: product.creditor,
    current_holder: '',
    collector: '',
    funding_mode: 'OWN',
    holder_stage: overdueDays > 90 ? 'OUTSOURCED' : 'IN_HOUSE',
    method: 'EQUAL_INSTALMENT',
    daily_percent: '0.04',
    rate_source: 'CONTRACT',
    total_periods: 12,
    remaining_periods: loan.periods,
    next_due_on: loan.nextDue,
    oldest_unpaid_due_on: overdueDays > 0 ? addDays(ground.today, -overdueDays) : null,
    grace_days: 0,
    principal: loan.principal,
    interest: `${chance.whole(0, 900)}.00`,
    ...nothing,
    credit_status: overdueDays > 30 ? 'OVERDUE_REPORTED' : 'CURRENT',
    disputed: false,
    limitation_basis: '',
    overdue_episodes: episodes,
    on_time_percent: `${100 - 8 * episodes}`,
    earlier_restructures: earlierRestructures,
    version: 1,
  }
  return { ...loan, id, overdueDays, earlierRestructures, episodes, row }
}
