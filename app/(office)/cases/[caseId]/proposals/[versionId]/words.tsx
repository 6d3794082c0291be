import { useTranslations } from 'next-intl'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { SelectField, TextArea, TextField } from '@/app/_ui/field'
import { type Locale, limitationAnswers, locales } from '@/db/vocabulary'
import type { Proposal } from '@/lib/proposals/queries'
import type { Change, Draft } from './draft-state'
import { MaybeBarred } from './maybe-barred'

type Props = { proposal: Proposal; draft: Draft; change: (change: Change) => void }

/** What goes with the figures: reasons and papers, and what has to be said before anything is sent. */
export function Words({ proposal, draft, change }: Props) {
  const t = useTranslations('proposals')
  return (
    <>
      <Grounds proposal={proposal} />
      <section className="grid gap-3">
        <h2 className="text-section font-semibold">{t('before')}</h2>
        {proposal.standing.wasRefused && (
          <TextArea
            label={t('whatChanged')}
            hint={t('whatChangedHint')}
            value={draft.whatChanged}
            maxLength={1000}
            onChange={(event) => change((now) => ({ ...now, whatChanged: event.target.value }))}
          />
        )}
        <Limitation draft={draft} change={change} />
        <MaybeBarred source={proposal.source} answer={draft.limitationAnswer} />
        <TextField
          label={t('sourceOfFunds')}
          hint={t('sourceOfFundsHint')}
          value={draft.sourceOfFunds}
          maxLength={200}
          onChange={(event) => change((now) => ({ ...now, sourceOfFunds: event.target.value }))}
        />
        <Rating draft={draft} change={change} />
        <SelectField
          label={t('letterLanguage')}
          value={draft.letterLocale}
          onChange={(event) => change((now) => ({ ...now, letterLocale: localeOf(event.target.value) }))}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </section>
    </>
  )
}

const localeOf = (text: string): Locale => locales.find((locale) => locale === text) ?? 'zh-CN'

function Grounds({ proposal: { source } }: { proposal: Proposal }) {
  const [t, words] = [useTranslations('proposals'), useTranslations('words')]
  const { hardship, documents } = source
  const civil = useCivilDates()
  return (
    <section className="grid gap-1">
      <h2 className="text-section font-semibold">{t('grounds')}</h2>
      <p className="text-ink-2">
        {hardship === null
          ? t('noHardship')
          : t('hardshipSince', {
              causes: hardship.types.map((type) => words(`hardship.${type}`)).join(t('and')),
              date: civil.inText(hardship.since),
            })}
      </p>
      <p className="text-dense text-muted">
        {documents.length === 0
          ? t('noDocuments')
          : t('documents', { names: documents.map(({ zh, en }) => t('name', { zh, en })).join(t('and')) })}
      </p>
    </section>
  )
}

/** A proposal can restart the limitation period, or waive a defence: the question is answered first. */
function Limitation({ draft, change }: Omit<Props, 'proposal'>) {
  const [t, words] = [useTranslations('proposals'), useTranslations('words')]
  return (
    <SelectField
      id="limitation"
      label={t('limitation')}
      hint={t('limitationHint')}
      value={draft.limitationAnswer}
      onChange={(event) => {
        const answer = limitationAnswers.find((known) => known === event.target.value)
        change((now) => ({ ...now, limitationAnswer: answer ?? '' }))
      }}
      options={[
        { value: '', label: t('notAnswered') },
        ...limitationAnswers.map((value) => ({ value, label: words(`limitation.${value}`) })),
      ]}
    />
  )
}

/** F-27: the counsellor's own view, given before sending and never after. */
function Rating({ draft, change }: Omit<Props, 'proposal'>) {
  const t = useTranslations('proposals')
  return (
    <fieldset className="grid gap-1">
      <legend className="text-ink-2">{t('willingness')}</legend>
      <p className="text-meta text-muted">{t('willingnessHint')}</p>
      <div className="flex flex-wrap gap-3">
        {[1, 2, 3, 4, 5].map((rating) => (
          <label key={rating} className="flex min-h-6 items-center gap-1">
            <input
              type="radio"
              name="ratedWillingness"
              checked={draft.ratedWillingness === rating}
              onChange={() => change((now) => ({ ...now, ratedWillingness: rating }))}
              className="accent-[var(--primary)]"
            />
            {rating}
          </label>
        ))}
        <label className="flex min-h-6 items-center gap-1">
          <input
            type="radio"
            name="ratedWillingness"
            checked={draft.ratedWillingness === null}
            onChange={() => change((now) => ({ ...now, ratedWillingness: null }))}
            className="accent-[var(--primary)]"
          />
          {t('notRated')}
        </label>
      </div>
    </fieldset>
  )
}
