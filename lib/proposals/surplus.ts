import { money, toText } from '@/lib/platform/money'
import type { ProposalSource } from './letter-source'

/** What the household can pay this creditor at most, CNY a month: agreements with its other creditors are kept as well. */
export const surplusOf = ({ statement, elsewhere }: Pick<ProposalSource, 'statement' | 'elsewhere'>): string | null =>
  statement === null ? null : toText(money(statement.disposable).minus(money(elsewhere.paying)))

/** What that limit is: all of the disposable income, or what agreements with other creditors leave of it. */
export const limitOf = ({ paying }: ProposalSource['elsewhere']): 'all' | 'left' => (money(paying).isZero() ? 'all' : 'left')
