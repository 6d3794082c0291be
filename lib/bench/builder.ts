import { money, rate, round } from '@/lib/platform/money'
import { quote } from '@/lib/relief/quote'
import { quoteInput } from '@/lib/relief/quote-input'
import { cpuOf } from './cpu-of'

/*
 * What one change in the proposal builder costs: a loan of sixty instalments with three reliefs worked out anew, as a
 * multiple of a bare loop over as many rows in the same decimals, in the same process.
 */
const periods = 60
const request = quoteInput.parse({
  debt: {
    buckets: {
      ...{ principal: '93750.00', overduePrincipal: '1200.00', interest: '431.25', overdueInterest: '88.10' },
      ...{ penaltyPrincipal: '36.00', penaltyInterest: '4.20', fees: '0.00' },
    },
    ...{ dailyPercent: '0.04', method: 'equal_instalment', remainingPeriods: 36, nextDue: '2026-12-05', dayCount: '30/360' },
  },
  reliefs: [
    { type: 'TERM_EXTENSION', toPeriods: periods },
    { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' },
    { type: 'WAIVE_INTEREST', percent: '50' },
  ],
  ...{ surplus: '2110.00', from: '2026-11-21' },
})

const change = cpuOf(() => quote(request), 50)
const loop = cpuOf(bareLoop, 500)
process.stdout.write(`${JSON.stringify({ periods, ms: change, loops: change / loop })}\n`)

/** Interest and principal of every row, and nothing else. */
function bareLoop() {
  let balance = money('93750.00')
  const [monthly, payment] = [rate('0.012'), money('2190.00')]
  for (let n = 0; n < periods; n++) {
    const interest = round(balance.times(monthly), 'half_up')
    balance = balance.minus(payment.minus(interest))
  }
  return balance
}
