import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { settlement } from '@/lib/offers/settlement'
import { money, toText } from '@/lib/platform/money'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import type { WorkedLine } from '@/lib/proposals/work-out'

/** What one payment comes to: the sum with its day, its share of the balance, and what is given up (SR-05). */
export function SettlementFigures({ sheet, line }: { sheet: DebtSheet; line: WorkedLine }) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  const { percent, discount } = settlement(sheet.owed, line.total)
  const less = money(discount)
  return (
    <div className="@container">
      <div className="grid gap-2.5 @md:grid-cols-3">
        <Figure label={t('settleNow')} value={yuan(line.total)}>
          {civil.inText(line.after.last)}
        </Figure>
        <Figure label={t('settleShare')} value={`${percent}%`}>
          {t('settleOf', { owed: yuan(sheet.owed) })}
        </Figure>
        <Figure label={t('settleDiscount')} value={less.gte('0') ? yuan(discount) : yuan('0.00')}>
          {less.lt('0') && t('paysMore', { amount: yuan(toText(less.abs())) })}
        </Figure>
      </div>
    </div>
  )
}

const Figure = ({ label, value, children }: { label: string; value: string; children: ReactNode }) => (
  <div className="grid content-start gap-0.5 rounded-m bg-surface px-3 py-2.5 shadow-1">
    <p className="text-meta text-muted">{label}</p>
    <p className="text-[20px] leading-7 font-semibold">{value}</p>
    <p className="text-meta text-muted">{children}</p>
  </div>
)
