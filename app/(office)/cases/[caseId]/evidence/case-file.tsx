import { getTranslations } from 'next-intl/server'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import type { CaseView } from '../_frame/case-view'

/** The way to the whole case as one archive. Posted, because it leaves its note in the audit. */
export async function CaseFile({ view: { actor, kase } }: { view: CaseView }) {
  if (!mayDo(actor, 'caseFile.export')) return null
  const t = await getTranslations('caseFile')
  return (
    <Panel title={t('panel')} id="case-file">
      <p className="max-w-[60em]">{t('panelText')}</p>
      <form method="post" action={`/api/v1/cases/${kase.id}/file`}>
        <Button type="submit">{t('download')}</Button>
      </form>
      <p className="text-meta text-muted">{t('panelCheck')}</p>
    </Panel>
  )
}
