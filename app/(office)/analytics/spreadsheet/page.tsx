import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { Saved } from './saved'
import { Workbench } from './workbench'

export async function generateMetadata() {
  return { title: (await getTranslations('spreadsheet'))('title') }
}

/** The engine of the analytics on somebody's own table; the file is read, answered and forgotten. */
export default async function SpreadsheetPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('spreadsheet')]
  await orNotFound(expectMay(actor, 'analytics.get'))
  return (
    <>
      <PageHeader title={t('title')}>
        <ButtonLink href="/analytics">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[70em] text-ink-2">{t('lead')}</p>
        <Workbench />
        <Saved actor={actor} />
      </div>
    </>
  )
}
