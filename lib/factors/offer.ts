import { type ReliefType, reliefTypes } from '@/db/vocabulary'
import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { exp, ln, type Money, one, type Rate, rate, sum, zero } from '@/lib/platform/money'
import type { DebtFacts, FactorFacts } from './facts'
import { type Found, found, foundParts, missing, ratioText, sumKnown } from './found'

/** F-05: the primary cause of hardship. */
export const hardshipType = ({ hardship }: FactorFacts): Found =>
  hardship === null ? missing('NO_HARDSHIP') : found(hardship.type)

/** F-19: every kind of relief asked for, once, in the order of the vocabulary. */
export const reliefAsked = ({ reliefs }: FactorFacts): Found => found(inVocabularyOrder(reliefs))

/**
 * F-20: 1 − present value of the offered payments at the contract rate ÷ balance. Discounted from the day of sending by
 * actual days, compounding over thirty, as the contract's own monthly instalments do.
 */
export function concessionAsked({ debts }: FactorFacts, at: CivilDate): Found {
  const values = debts.map((debt) => presentValue(debt, at))
  const owed = sum(debts.map((debt) => debt.outstanding))
  const value = sumKnown(values, zero)
  return value && owed.gt(zero) ? found(ratioText(one.minus(value.div(owed)))) : missing('NO_RATE')
}

/** F-21: instalments offered ÷ instalments left, and offered ÷ contractual instalment. */
export function termAndInstalment({ debts }: FactorFacts): Found {
  const contractual = sumKnown(
    debts.map((debt) => debt.instalment),
    zero,
  )
  const known = debts.flatMap(({ remainingPeriods }) => remainingPeriods ?? [])
  const left = Math.max(0, ...known)
  if (left === 0 || known.length < debts.length) return missing('NO_TERM')
  if (!contractual?.gt(zero)) return missing('NO_INSTALMENT')
  const offered = Math.max(0, ...debts.map(({ offer }) => offer.length))
  return found({
    term: ratioText(rate(offered).div(left)),
    instalment: ratioText(sum(debts.map((debt) => debt.offeredInstalment)).div(contractual)),
  })
}

/** F-22: whether amount, count, first date and source of funds are all stated. */
export const planConcreteness = ({ debts, sourceOfFunds }: FactorFacts): Found =>
  found(sourceOfFunds.trim() !== '' && debts.length > 0 && debts.every(({ offer }) => offer.length > 0))

/** F-24: by which channel, and who speaks. */
export const channelAndSpeaker = ({ channel, speaker }: FactorFacts): Found => foundParts({ channel, speaker })

const inVocabularyOrder = (asked: readonly ReliefType[]): string[] => reliefTypes.filter((type) => asked.includes(type))

function presentValue({ dailyPercent, offer }: DebtFacts, at: CivilDate): Money | null {
  if (dailyPercent === null) return null
  const perMonth = ln(one.plus(dailyPercent.times(30).div(100)))
  const discount = (due: CivilDate): Rate => exp(perMonth.times(-daysBetween(at, due)).div(30))
  return sum(offer.map(({ due, payment }) => payment.times(discount(due))))
}
