import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { LetterSheet } from '@/app/_parts/letter-sheet'
import { orNotFound } from '@/app/_parts/or-not-found'
import { Panel } from '@/app/_ui/panel'
import { locales } from '@/db/vocabulary'
import { conductComplaint } from '@/lib/conduct/queries'
import { requireStaff } from '@/lib/core/session'
import { CaseFrame } from '../../_frame/case-frame'
import { caseView } from '../../_frame/case-view'
import { Entry } from '../entry'

type Props = { params: Promise<{ caseId: string; entryId: string }>; searchParams: Promise<{ language?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('conduct'))('complainTitle') }
}

/** A complaint about one contact: the letter, and that day's contacts to go with it. */
export default async function ComplaintPage({ params, searchParams }: Props) {
  const [actor, { caseId, entryId }, { language }] = [await requireStaff(), await params, await searchParams]
  const [t, spoken] = [await getTranslations('conduct'), await getLocale()]
  const locale = locales.find((one) => one === (language ?? spoken)) ?? 'zh-CN'
  const view = await caseView(actor, caseId)
  const { letter, contacts } = await orNotFound(conductComplaint(actor, { entryId, locale }))
  return (
    <CaseFrame view={view} tab="conduct">
      <Panel title={t('complainTitle')} aside={<Link href={`/cases/${caseId}/conduct`}>{t('back')}</Link>}>
        <p className="max-w-[60em] text-muted">{t('complainText')}</p>
        <LetterSheet text={letter} language={locale} attachments={letter.attachments} isLetter />
        <p className="text-dense text-muted">{t('print')}</p>
      </Panel>
      <Panel title={t('list')}>
        <ul className="grid gap-3">
          {contacts.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      </Panel>
    </CaseFrame>
  )
}
