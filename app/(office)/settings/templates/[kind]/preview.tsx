'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { LetterSheet } from '@/app/_parts/letter-sheet'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/field'
import type { LetterKind, Locale } from '@/db/vocabulary'
import { type LetterTemplate, listsEnclosures } from '@/lib/letters/kinds'
import { liveText } from '@/lib/letters/live-text'
import type { Trial } from '@/lib/templates/check'

type Props = {
  kind: LetterKind
  locale: Locale
  text: LetterTemplate
  trial: Trial
  choices: { caseId: string; number: string; name: string }[]
  caseId: string | null
}

/** The letter this wording makes of the chosen case, or of the sample case, written again as somebody types. */
export function Preview({ kind, locale, text, trial, choices, caseId }: Props) {
  const t = useTranslations('templates')
  const shown = useMemo(() => liveText(text, trial.values, locale), [text, trial, locale])
  return (
    <section aria-label={t('preview')} className="grid gap-2">
      <h2 className="text-section font-semibold">{t('preview')}</h2>
      {choices.length > 0 && <CaseChoice locale={locale} choices={choices} caseId={caseId} />}
      <LetterSheet
        text={shown}
        language={locale}
        attachments={listsEnclosures(kind) ? trial.attachments : []}
        isLetter={kind !== 'PHONE_SCRIPT' && kind !== 'CLIENT_SUMMARY'}
      />
      <p className="text-meta text-muted">{t('tinted')}</p>
    </section>
  )
}

/** A plain form that asks for the page with another case; with scripts what was typed stays. */
function CaseChoice({ locale, choices, caseId }: Pick<Props, 'locale' | 'choices' | 'caseId'>) {
  const [t, router] = [useTranslations('templates'), useRouter()]
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = new FormData(event.currentTarget).get('case')
        router.replace(`?${new URLSearchParams({ language: locale, case: typeof chosen === 'string' ? chosen : '' })}`, {
          scroll: false,
        })
      }}
    >
      <input type="hidden" name="language" value={locale} />
      <SelectField
        name="case"
        label={t('previewWith')}
        defaultValue={caseId ?? ''}
        options={[
          { value: '', label: t('sample') },
          ...choices.map(({ caseId: value, number, name }) => ({ value, label: `${number} ${name}` })),
        ]}
      />
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
