import { useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { money, toText } from '@/lib/platform/money'
import type { ProposalSource } from '@/lib/proposals/letter-source'
import { limitOf } from '@/lib/proposals/surplus'
import { isOnePayment, type WorkedVersion } from '@/lib/proposals/work-out'
import { dearMonth } from '../dear-month'

type Props = { worked: WorkedVersion; source: Pick<ProposalSource, 'statement' | 'elsewhere'> }

/**
 * Whether the household can keep this up (SP-07): green within the sustainable amount, amber where it would live off the
 * reserve, red beyond that. The month that is dearest is named: the last may carry what small instalments left.
 */
export function Banner({ worked, source: { statement, elsewhere } }: Props) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  const { affordability, lines } = worked
  const look = 'rounded-m px-3 py-2.5 font-medium'
  if (lines.length === 0) return <p className={`${look} bg-neutral-bg text-neutral`}>{t('askFirst')}</p>
  if (affordability === null || statement === null) return <p className={`${look} bg-wait-bg text-wait`}>{t('noStatement')}</p>
  const { buffer, fits } = affordability
  if (isOnePayment(lines) && money(affordability.dearest).isZero())
    return <p className={`${look} bg-neutral-bg text-neutral`}>{t('settled')}</p>
  const month = t('dearMonth', dearMonth(affordability, civil))
  if (fits) return <p className={`${look} bg-ok-bg text-ok`}>{t('fits', { month, left: yuan(buffer) })}</p>
  const short = money(buffer).neg()
  const isReserve = short.lte(money(statement.reserve))
  return (
    <p role="alert" className={`${look} ${isReserve ? 'bg-wait-bg text-wait' : 'bg-bad-bg text-bad'}`}>
      {t(isReserve ? 'eatsReserve' : 'tooMuch', { month, short: yuan(toText(short)), limit: limitOf({ statement, elsewhere }) })}
    </p>
  )
}
