import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { Button } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { type Locale, locales } from '@/db/vocabulary'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { caseKinds } from '@/lib/letters/case-kinds'
import { listLetters } from '@/lib/letters/letters.queries'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { Preview } from './preview'
import { Written } from './written'

type Kind = (typeof caseKinds)[number]
type Asked = { kind?: string; locale?: string; papers?: string; paper?: string | string[] }
type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<Asked> }

export const generateMetadata = async () => ({ title: (await getTranslations('caseLetters'))('title') })

/** The letters of a case: one is chosen, looked at as it would be now, and written; below are those that were. */
export default async function LettersPage({ params, searchParams }: Props) {
  const [actor, { caseId }, asked] = [await requireStaff(), await params, await searchParams]
  const [t, view] = [await getTranslations('caseLetters'), await caseView(actor, caseId)]
  const { letters } = await orNotFound(listLetters(actor, { caseId }))
  const [kind, locale] = [caseKinds.find((one) => one === asked.kind), locales.find((one) => one === asked.locale) ?? 'zh-CN']
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
        <Preview actor={actor} caseId={caseId} kind={kind} locale={locale} chosen={chosenOf(asked)} />
      )}
      {letters.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <Panel title={t('written')}>
          <ul className="grid gap-4">
            {letters.map((letter) => (
              <Written key={letter.id} letter={letter} actor={actor} />
            ))}
          </ul>
        </Panel>
      )}
    </CaseFrame>
  )
}

/** The papers ticked; undefined before anybody chose, which is not the same as none. */
const chosenOf = ({ papers, paper = [] }: Asked) => (papers === 'chosen' ? [paper].flat() : undefined)

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
