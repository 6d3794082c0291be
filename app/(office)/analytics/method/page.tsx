import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { rules } from '@/lib/analysis/rules'
import { fill } from '@/lib/analysis/warnings'
import { refusals } from '@/lib/analytics/refusals'
import { modelFactors } from '@/lib/analytics/sheet'
import { smallest } from '@/lib/analytics/small-cells'
import { mayAsk } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { messages } from '@/lib/i18n/catalogue'
import { factorName, speakersHere } from '../level-name'
import { LimitsList } from '../limits-list'
import { FormulaTable } from './formula-table'
import { LikelihoodSwitch } from './likelihood-switch'

export async function generateMetadata() {
  return { title: (await getTranslations('analytics'))('methodTitle') }
}

const counted = ['unit', 'approved', 'frozen', 'bands', 'missing', 'hidden', 'periods'] as const

/** What is counted, by which formulas, and every threshold with its reason. */
export default async function MethodPage() {
  const actor = await requireStaff()
  const [t, speakers] = [await getTranslations('analytics'), await speakersHere()]
  return (
    <>
      <PageHeader title={t('methodTitle')} note={t('methodLead')}>
        {mayAsk(actor, 'analytics.get') && <ButtonLink href="/analytics">{t('back')}</ButtonLink>}
      </PageHeader>
      <div className="grid max-w-[70em] gap-4 p-5">
        <Panel title={t('countedTitle')}>
          <ul className="list-disc ps-5">
            {counted.map((key) => (
              <li key={key}>{t(`counted.${key}`, smallest)}</li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('formulasTitle')}>
          <FormulaTable />
          <p>{t('ofModel', { factors: modelFactors.map((column) => factorName(column, speakers)).join(t('comma')) })}</p>
        </Panel>
        <Rules />
        <Panel title={t('refusalsTitle')}>
          <ul className="list-disc ps-5">
            {refusals.map((key) => (
              <li key={key}>{t(`refusals.${key}`, smallest)}</li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('limitsTitle')}>
          <LimitsList />
        </Panel>
        <LikelihoodSwitch actor={actor} />
      </div>
    </>
  )
}

async function Rules() {
  const [t, locale] = [await getTranslations('analytics'), await getLocale()]
  const values: Record<string, number> = rules
  return (
    <Panel title={t('rulesTitle')}>
      <Table
        label={t('rulesTitle')}
        rows={Object.entries(messages[locale].analysis.rules)}
        rowKey={([key]) => key}
        columns={[
          { key: 'rule', title: t('rule'), align: 'right', cell: ([key]) => values[key] },
          {
            key: 'reason',
            title: t('reason'),
            cell: ([key, sentence]) => fill(sentence, { value: String(values[key]) }),
          },
        ]}
      />
    </Panel>
  )
}
