import { getMessages, getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormText } from '@/app/_parts/form/fields'
import { LetterSheet } from '@/app/_parts/letter-sheet'
import { NotPrinted } from '@/app/_parts/not-printed'
import { orNotFound } from '@/app/_parts/or-not-found'
import { Panel } from '@/app/_ui/panel'
import type { Locale } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import type { caseKinds } from '@/lib/letters/case-kinds'
import { namedGaps } from '@/lib/letters/gaps'
import { previewLetter } from '@/lib/letters/letters.queries'
import { variables } from '@/lib/letters/variables'
import { writeLetterForm } from './actions'
import { HowItGoesOut } from './how-it-goes-out'
import { Papers } from './papers'

type Kind = (typeof caseKinds)[number]
type Props = { actor: Actor; caseId: string; kind: Kind; locale: Locale; chosen: string[] | undefined }

/** What only the writer knows: fields of the form instead of gaps of the case. */
const typedHere: Partial<Record<Kind, { fields: readonly Field[]; variables: readonly string[]; hint: 'dispute' | 'advice' }>> = {
  CREDIT_DISPUTE: {
    fields: ['reportOn', 'reportNo', 'disputed', 'correction'],
    variables: ['report_date', 'disputed_items', 'correction'],
    hint: 'dispute',
  },
  ADVICE_CONFIRMATION: {
    fields: ['points', 'choices'],
    variables: ['advice_date', 'advice_points', 'client_choices'],
    hint: 'advice',
  },
}
type Field = 'reportOn' | 'reportNo' | 'disputed' | 'correction' | 'points' | 'choices'

/** The letter as it would be now, what it still lacks, and the button that writes it. */
export async function Preview({ actor, caseId, kind, locale, chosen }: Props) {
  const [t, { caseLetters }] = [await getTranslations('caseLetters'), await getMessages()]
  const looked = await orNotFound(previewLetter(actor, { caseId, kind, locale, enclosed: chosen }))
  const { why, gaps, words, text, attachments, files, papers, notPrinted } = looked
  const typed = typedHere[kind]
  const missing = namedGaps(gaps).filter((name) => !typed?.variables.includes(name))
  const isReady = (why === null || why === 'INCOMPLETE') && missing.length === 0 && words.length === 0
  return (
    <Panel title={t('preview')}>
      {why !== null && why !== 'INCOMPLETE' && <Why reason={why} />}
      <Listed title={t('missing')} items={await namesOf(missing)} />
      <Listed title={t('words')} items={words} />
      <NotPrinted marks={notPrinted} />
      <Papers papers={papers} chosen={chosen} kind={kind} locale={locale} />
      {text !== null && (
        <>
          <p className="text-dense text-muted">{t('masked')}</p>
          <LetterSheet text={text} language={locale} attachments={attachments} isLetter />
        </>
      )}
      {isReady && (
        <CommandForm
          action={writeLetterForm}
          labels={caseLetters.label}
          submit={t('write')}
          hidden={{ caseId, kind, locale }}
          draft={`letter-${caseId}-${kind}`}
        >
          {chosen !== undefined &&
            ['', ...chosen].map((code) => <input key={code} type="hidden" name="enclosed:list" value={code} />)}
          {typed && <p className="text-muted">{t(typed.hint)}</p>}
          {typed?.fields.map((name) => (
            <Typed key={name} name={name} />
          ))}
          <HowItGoesOut kind={kind} timeZone={actor.timeZone} files={files} />
        </CommandForm>
      )}
    </Panel>
  )
}

function Typed({ name }: { name: Field }) {
  if (name === 'reportOn') return <FormText name={name} type="date" required />
  if (name === 'reportNo') return <FormText name={name} maxLength={40} autoComplete="off" isOptional />
  return <FormArea name={name} maxLength={1000} required />
}

async function Why({ reason }: { reason: string }) {
  const [t, { faults }] = [await getTranslations('caseLetters'), await getMessages()]
  const known: Record<string, unknown> = faults
  const sentence = known[`letter_${reason}`]
  return <p className="rounded-m bg-wait-bg px-3 py-2.5 text-wait">{typeof sentence === 'string' ? sentence : t('noPreview')}</p>
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <div className="rounded-m bg-wait-bg px-3 py-2.5 text-wait">
      <p>{title}</p>
      <ul className="list-inside list-disc">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  )
}

/** What a variable is called, as the template editor calls it. */
async function namesOf(gaps: readonly string[]): Promise<string[]> {
  const t = await getTranslations('proposals')
  const known: Record<string, { zh: string; en: string }> = variables
  return [...new Set(gaps)].map((name) => {
    const variable = known[name]
    return variable === undefined ? name : t('name', { zh: variable.zh, en: variable.en })
  })
}
