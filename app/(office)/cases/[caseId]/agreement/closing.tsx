import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import type { CaseView } from '../_frame/case-view'
import { closeCaseForm } from './actions'

const outcomes = ['AGREEMENT_COMPLETED', 'PAID_IN_FULL'] as const

/** Paid to the end: the case is proposed to be closed, with words for the client to take along. */
export async function Closing({ view: { actor, kase } }: { view: CaseView }) {
  const [t, words] = [await getTranslations('agreements'), await getTranslations('words')]
  if (kase.stage === 'CLOSED') return <p className="rounded-m bg-ok-bg px-4 py-3 text-ok">{t('completedClosed')}</p>
  return (
    <Panel title={t('completed')}>
      <p className="text-ok">{t('completedText')}</p>
      {mayDo(actor, 'case.move') && kase.stage === 'MONITORING' && (
        <CommandForm
          action={closeCaseForm}
          labels={{
            closing_outcome: t('outcome'),
            closing_reason: t('closingReason'),
            closing_summary: t('clientSummary'),
          }}
          submit={t('close')}
          hidden={{ caseId: kase.id, 'version:int': kase.version, to: 'CLOSED' }}
          keeps
        >
          <FormSelect
            name="closing.outcome"
            defaultValue="AGREEMENT_COMPLETED"
            options={outcomes.map((value) => ({ value, label: words(`closingOutcome.${value}`) }))}
          />
          <FormArea name="closing.reason" defaultValue={t('closingReasonStart')} maxLength={500} required />
          <FormArea
            name="closing.summary"
            hint={t('clientSummaryHint')}
            defaultValue={t('clientSummaryStart')}
            maxLength={1000}
            rows={5}
            required
          />
        </CommandForm>
      )}
    </Panel>
  )
}
