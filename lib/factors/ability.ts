import { greatest, least, type Money, one, rate, sum, zero } from '@/lib/platform/money'
import type { FactorFacts } from './facts'
import { type Found, found, missing, ratioText, sumKnown } from './found'

/** F-06: 1 − net monthly income now ÷ mean of the three months before the hardship, clipped to [−1, 1]; with its source. */
export function incomeDrop({ hardship, statement }: FactorFacts): Found {
  if (statement === null) return missing('NO_STATEMENT')
  if (!hardship?.incomeBefore?.gt(zero)) return missing('NO_INCOME_BEFORE')
  const drop = one.minus(statement.income.div(hardship.incomeBefore))
  return found({ drop: ratioText(least(one, greatest(one.neg(), drop))), verified: hardship.incomeVerified })
}

/** F-07: disposable income ÷ contractual instalment of the loan notes of this version. */
export function surplusCover({ debts, statement }: FactorFacts): Found {
  if (statement === null) return missing('NO_STATEMENT')
  const contractual = sumKnown(
    debts.map((debt) => debt.instalment),
    zero,
  )
  return contractual?.gt(zero) ? found(ratioText(statement.disposable.div(contractual))) : missing('NO_INSTALMENT')
}

/** F-08: proposed monthly payment ÷ disposable income. */
export function offerBurden({ debts, statement }: FactorFacts): Found {
  if (statement === null) return missing('NO_STATEMENT')
  if (!statement.disposable.gt(zero)) return missing('NEG')
  return found(ratioText(sum(debts.map((debt) => debt.offeredInstalment)).div(statement.disposable)))
}

/** F-09: contractual monthly payments of all the client's loan notes ÷ net monthly income. */
export function debtServiceRatio({ debts, otherDebts, statement }: FactorFacts): Found {
  if (statement === null) return missing('NO_STATEMENT')
  if (!statement.income.gt(zero)) return missing('NO_INCOME')
  const contractual = sumKnown(
    [...debts, ...otherDebts].map((debt) => debt.instalment),
    zero,
  )
  return contractual ? found(ratioText(contractual.div(statement.income))) : missing('NO_INSTALMENT')
}

/** F-17: payments made since the hardship began ÷ what had fallen due since then. */
export function voluntaryPayment({ sinceHardship }: FactorFacts): Found {
  if (sinceHardship === null) return missing('NOT_RECORDED')
  return sinceHardship.due.gt(zero) ? found(ratioText(sinceHardship.paid.div(sinceHardship.due))) : missing('NONE_DUE')
}

export const shareOf = (part: Money, whole: Money) => (whole.gt(zero) ? ratioText(part.div(whole)) : ratioText(rate('0')))
