import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { orNotFound } from '@/app/_parts/or-not-found'
import { Button } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { type Locale, locales } from '@/db/vocabulary'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { caseKinds } from '@/lib/letters/case-kinds'
import { listLetters } from '@/lib/letters/letters.queries'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { Preview } from './preview'

type Kind = (typeof caseKinds)[number]
type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ kind?: string; locale?: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations('caseLetters'))('title') })

/** The letters of a case: one is chosen, looked at as it would be now, and written; below are those that were. */
export default async function LettersPage({ params, searchParams }: Props) {
  const [actor, { caseId }, asked] = [await requireStaff(), await params, await searchParams]
  const [t, view] = [await getTranslations('caseLetters'), await caseView(actor, caseId)]
  const { letters } = await orNotFound(listLetters(actor, { caseId }))
  const [kind, locale] = [caseKinds.find((one) => one === asked.kind), locales.find((one) => one === asked.locale) ?? 'zh-CN']
  const mayOpen = mayAsk(actor, 'letter.get')
  return (
    <CaseFrame view={view} tab="letters">
      {mayDo(actor, 'letter.write') && (
        <Panel title={t('choose')}>
          <p className="max-w-[60em] text-muted">
            {t('lead')} {t('elsewhere')}
          </p>
          <Choice kind={kind} locale={locale} />
        </Panel>
      )}
      {kind !== undefined && mayDo(actor, 'letter.write') && (
        <Preview actor={actor} caseId={caseId} kind={kind} locale={locale} />
      )}
      {letters.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <Panel title={t('written')}>
          <ul className="grid gap-3">
            {letters.map((letter) => (
              <Written key={letter.id} letter={letter} timeZone={actor.timeZone} mayOpen={mayOpen} />
            ))}
          </ul>
        </Panel>
      )}
    </CaseFrame>
  )
}

/** Kind and language are part of the address, so that a letter can be linked to. */
async function Choice({ kind, locale }: { kind: Kind | undefined; locale: Locale }) {
  const [t, words] = [await getTranslations('caseLetters'), await getTranslations('words')]
  return (
    <form className="flex flex-wrap items-end gap-3" aria-label={t('choose')}>
      <SelectField
        name="kind"
        label={t('kind')}
        defaultValue={kind ?? 'HARDSHIP_NOTICE'}
        options={caseKinds.map((value) => ({ value, label: words(`letterKind.${value}`) }))}
      />
      <SelectField
        name="locale"
        label={t('locale')}
        defaultValue={locale}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}

type Listed = Awaited<ReturnType<typeof listLetters>>['letters'][number]

async function Written({ letter, timeZone, mayOpen }: { letter: Listed; timeZone: string; mayOpen: boolean }) {
  const [t, civil] = [await getTranslations('caseLetters'), civilDates(await getLocale())]
  const { id, title, by, at, locale, template, hash } = letter
  const link = 'text-primary underline'
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <b lang={locale}>{title}</b>
      <span className="text-muted">
        {t('by', { name: by, day: civil.inText(dayOf(at, timeZone)), language: t(`languages.${locale}`), template })}
      </span>
      <code className="text-meta text-muted">{t('fingerprint', { hash: hash.slice(0, 16) })}</code>
      {mayOpen && (
        <span className="flex gap-3">
          <a className={link} href={`/api/letters/${id}/pdf`} target="_blank" rel="noreferrer">
            {t('pdf')}
          </a>
          <a className={link} href={`/api/letters/${id}/docx`}>
            {t('docx')}
          </a>
        </span>
      )}
    </li>
  )
}
