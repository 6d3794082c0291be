import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { Table } from '@/app/_ui/table'
import type { PlanView } from '@/lib/fallback/view'

type Compared = NonNullable<PlanView['comparison']>

/** What the debts cost as agreed beside a new loan, from today to the last instalment (FB-02). */
export async function Comparison({ comparison: { now, loan, extra, annualPercent } }: { comparison: Compared }) {
  const t = await getTranslations('fallback')
  const money = ['total', 'interest', 'fee', 'instalment'] as const
  const names = { total: t('total'), interest: t('interest'), fee: t('feeRow'), instalment: t('instalment') }
  const rows = [
    ...money.map((key) => ({ name: names[key], now: yuan(now[key]), loan: yuan(loan[key]) })),
    { name: t('last'), now: now.last ?? '', loan: loan.last ?? '' },
  ]
  const isDearer = !extra.startsWith('-')
  return (
    <div className="grid gap-2">
      <Table
        label={t('comparison')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: t('comparison'), cell: ({ name }) => name },
          { key: 'now', title: t('asItIs'), align: 'right', cell: (row) => row.now },
          { key: 'loan', title: t('newLoan'), align: 'right', cell: (row) => row.loan },
        ]}
      />
      <p className={isDearer ? 'font-semibold text-bad' : 'font-semibold'}>
        {t(isDearer ? 'extra' : 'saves', { amount: yuan(extra.replace('-', '')) })}
      </p>
      <p className="text-dense text-muted">
        {annualPercent !== null && `${t('annual', annualPercent)} `}
        {t('estimate')}
      </p>
    </div>
  )
}
