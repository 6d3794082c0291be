import { getLocale, getTranslations } from 'next-intl/server'
import { plainYuan, yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import type { PlanDifference } from '@/lib/agreements/compare-plans'

/** The lender's plan beside ours, line by line (SE-13). Nothing to see where they are the same. */
export async function Differences({ differences, isSigned }: { differences: readonly PlanDifference[]; isSigned: boolean }) {
  const t = await getTranslations('agreements')
  const civil = civilDates(await getLocale())
  const changed = differences.filter(({ isSame }) => !isSame)
  if (changed.length === 0) return null
  const side = (line: PlanDifference['ours']) => (line === null ? '—' : `${civil.inColumn(line.due)}　${plainYuan(line.payment)}`)
  return (
    <Panel title={t('differences')}>
      <p className="text-wait">{t(isSigned ? 'differencesSigned' : 'differencesText', { count: changed.length })}</p>
      <Table
        label={t('differences')}
        rows={changed}
        rowKey={({ n }) => `${n}`}
        columns={[
          { isShort: true, key: 'n', title: t('n'), cell: ({ n }) => n },
          { key: 'ours', title: t('ours'), align: 'right', cell: ({ ours }) => side(ours) },
          { key: 'theirs', title: t('theirs'), align: 'right', cell: ({ theirs }) => side(theirs) },
          { key: 'difference', title: t('difference'), align: 'right', cell: ({ difference }) => yuan(difference) },
        ]}
      />
    </Panel>
  )
}
