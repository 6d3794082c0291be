import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { LetterSheet } from '@/app/_parts/letter-sheet'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
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
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const view = await caseView(actor, caseId)
  const { letter, faults, contacts } = await orNotFound(conductComplaint(actor, { entryId, locale }))
  const finding = await getTranslations('proposals.finding')
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
        {faults.length === 0 ? (
          <p className="flex flex-wrap items-baseline gap-3 no-print">
            <a
              className={buttonClass('primary')}
              href={`/api/complaints/${entryId}/pdf?language=${locale}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('pdf')}
            </a>
            <a className={buttonClass()} href={`/api/complaints/${entryId}/docx?language=${locale}`}>
              {t('docx')}
            </a>
            <span className="text-dense text-muted">{t('print')}</span>
          </p>
        ) : (
          <ul className="list-inside list-disc rounded-m bg-wait-bg px-3 py-2.5 text-wait">
            {faults.map(({ code, word }) => (
              <li key={`${code}${word}`}>{finding(code, { word })}</li>
            ))}
          </ul>
        )}
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
