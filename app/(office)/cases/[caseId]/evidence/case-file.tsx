import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import type { CaseView } from '../_frame/case-view'

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
] as const

/** The ways to take a case along: a summary to read, or the whole as one archive. */
export async function CaseFile({ view: { actor, kase } }: { view: CaseView }) {
  if (!mayDo(actor, 'caseFile.export')) return null
  const [t, locale] = [await getTranslations('caseFile'), await getLocale()]
  return (
    <Panel title={t('panel')} id="case-file">
      <p className="max-w-[60em]">{t('panelText')}</p>
      <form method="post" action={`/api/v1/cases/${kase.id}/file`}>
        <Button type="submit">{t('download')}</Button>
      </form>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {formats.map(([ending, format]) => (
          <a
            key={ending}
            className="text-primary underline"
            href={`/api/cases/${kase.id}/summary/${ending}?language=${locale}`}
            download
          >
            {t('summary', { format })}
          </a>
        ))}
      </p>
      <p className="text-meta text-muted">{t('panelCheck')}</p>
    </Panel>
  )
}
