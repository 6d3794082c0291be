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
import { Complain } from './complain'

type Props = { params: Promise<{ caseId: string; entryId: string }>; searchParams: Promise<{ language?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('conduct'))('complainTitle') }
}

/** A complaint about one contact: the letter as it would be, the step that writes it, and that day's contacts. */
export default async function ComplaintPage({ params, searchParams }: Props) {
  const [actor, { caseId, entryId }, { language }] = [await requireStaff(), await params, await searchParams]
  const [t, spoken] = [await getTranslations('conduct'), await getLocale()]
  const locale = locales.find((one) => one === (language ?? spoken)) ?? 'zh-CN'
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const view = await caseView(actor, caseId)
  const complaint = await orNotFound(conductComplaint(actor, { entryId, locale }))
  const { letter, contacts } = complaint
  return (
    <CaseFrame view={view} tab="conduct">
      <Panel
        title={t('complainTitle')}
        aside={
          <span className="flex gap-4 no-print">
            <Link href={`?language=${other}`} prefetch={false}>
              {t(`inOther.${other}`)}
            </Link>
            <Link href={`/cases/${caseId}/conduct`}>{t('back')}</Link>
          </span>
        }
      >
        <p className="max-w-[60em] text-muted">{t('complainText')}</p>
        <LetterSheet text={letter} language={locale} attachments={letter.attachments} isLetter />
        <Complain complaint={complaint} locale={locale} view={view} />
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
