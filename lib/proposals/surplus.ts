import { money, toText } from '@/lib/platform/money'
import type { ProposalSource } from './letter-source'

/** What the household can pay this creditor at most, CNY a month: agreements with its other creditors are kept as well. */
export const surplusOf = ({ statement, elsewhere }: Pick<ProposalSource, 'statement' | 'elsewhere'>): string | null =>
  statement === null ? null : toText(money(statement.disposable).minus(money(elsewhere.paying)))

/** What that limit is: all of the disposable income, what agreements with other creditors leave of it, or nothing as they leave none. */
export function limitOf({ statement, elsewhere }: Pick<ProposalSource, 'statement' | 'elsewhere'>): 'all' | 'left' | 'none' {
  if (money(elsewhere.paying).isZero()) return 'all'
  return money(surplusOf({ statement, elsewhere }) ?? '0').gt('0') ? 'left' : 'none'
}
