import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { getAnalysis } from '@/lib/analytics/saved.queries'
import { requireStaff } from '@/lib/core/session'
import { Answer } from '../answer'
import { RemoveAnalysis } from './remove'

type Props = { params: Promise<{ analysisId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('savedAnalyses'))('title') }
}

/** One kept analysis as it was answered, with the file it was of. */
export default async function SavedAnalysisPage({ params }: Props) {
  const [actor, { analysisId }] = [await requireStaff(), await params]
  const [t, format, kept] = [
    await getTranslations('savedAnalyses'),
    await dayFormat(),
    await orNotFound(getAnalysis(actor, { analysisId })),
  ]
  const at = format.dateTime(new Date(kept.at), { dateStyle: 'medium', timeZone: actor.timeZone })
  return (
    <>
      <PageHeader title={kept.name} note={t('facts', { file: kept.fileName, rows: kept.rows, by: kept.by, at })}>
        <ButtonLink href="/analytics/spreadsheet">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <Answer answer={{ result: kept.result }} />
        <p className="text-dense break-all text-muted">
          {t('hash')}: {kept.fileHash}
        </p>
        {kept.mayRemove && <RemoveAnalysis analysisId={kept.id} name={kept.name} />}
      </div>
    </>
  )
}
