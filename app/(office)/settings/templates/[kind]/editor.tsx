'use client'
import { useLocale, useMessages, useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormText } from '@/app/_parts/form/fields'
import { useAskBeforeClosing } from '@/app/_ui/ask-before-closing'
import { draftSeen, keepDraft } from '@/app/_ui/drafts'
import { Panel } from '@/app/_ui/panel'
import type { LetterKind, Locale } from '@/db/vocabulary'
import { type LetterPart, letterParts } from '@/lib/letters/compiled'
import type { LetterTemplate } from '@/lib/letters/kinds'
import { checkTemplate, type Trial } from '@/lib/templates/check'
import { marksOf } from '@/lib/templates/marks'
import type { Offered, PaletteGroup } from '@/lib/templates/palette'
import { publishTemplateAction, saveTemplateAction } from '../actions'
import { Checks, useSentence } from './checks'
import { Chips } from './chips'
import { LiquidField } from './liquid-field'
import { Preview } from './preview'

type Props = {
  kind: LetterKind
  locale: Locale
  /** The draft, or the wording in use where there is none. */
  text: LetterTemplate
  inUse: { number: number; text: LetterTemplate }
  /** The draft's version, 0 without one. */
  version: number
  /** The number the next publication gets. */
  next: number
  palette: Record<PaletteGroup, Offered[]>
  trial: Trial
  choices: { caseId: string; number: string; name: string }[]
  caseId: string | null
}

const rows = { title: 1, salutation: 1, body: 16, signature: 4 } as const

/**
 * What is typed, and comes back where it was left by a link before it was saved; not over a wording that was published, saved
 * or dropped since, which it knows nothing of.
 */
function useTyped(given: LetterTemplate, { name, seen }: { name: string; seen: string }) {
  const [text, setText] = useState(given)
  const [isBack, setBack] = useState(false)
  useEffect(() => {
    const kept = draftSeen(name, seen)
    if (kept === undefined) return
    setText((known) => ({ ...known, ...kept }))
    setBack(true)
  }, [name, seen])
  const change = (part: LetterPart, changed: string) => {
    keepDraft(`${name}.${seen}`, { ...text, [part]: changed })
    setText((known) => ({ ...known, [part]: changed }))
  }
  return [text, change, isBack] as const
}

/** A letter's wording with its variables, its checks as one types, and the letter it makes of a case. */
export function TemplateEditor({ kind, locale, text: given, inUse, version, next, palette, trial, choices, caseId }: Props) {
  const [t, labels] = [useTranslations('templates'), useMessages().templates.parts]
  const [text, setText, isBack] = useTyped(given, { name: `template.${kind}.${locale}`, seen: `${inUse.number}.${version}` })
  useAskBeforeClosing(() => letterParts.some((part) => text[part] !== given[part]))
  const settled = useDeferredValue(text)
  const checks = useMemo(() => checkTemplate(settled, { kind, locale }, trial), [settled, kind, locale, trial])
  const complaints = useComplaints(settled, [...checks.blocking, ...checks.inCase])
  const names = useNames(palette)
  const insert = useRef<((text: string) => void) | undefined>(undefined)
  const seen = { kind, locale, 'inUse:int': inUse.number, 'version:int': version }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
      <div className="grid gap-4">
        <div className="grid gap-3 rounded-m bg-surface p-4 shadow-1">
          <CommandForm action={saveTemplateAction} labels={labels} submit={t('saveDraft')} look="secondary" hidden={seen} keeps>
            {letterParts.map((part) => (
              <LiquidField
                // An editor takes its text once: those that opened before what was kept came back open anew.
                key={`${part}.${isBack}`}
                part={part}
                value={text[part]}
                rows={rows[part]}
                names={names}
                complaints={complaints[part]}
                onChange={(changed) => setText(part, changed)}
                onFocus={(put) => {
                  insert.current = put
                }}
              />
            ))}
          </CommandForm>
          {version > 0 && (
            <CommandForm
              action={saveTemplateAction}
              labels={labels}
              submit={t('discard')}
              look="quiet"
              hidden={{ ...seen, ...fieldsOf(inUse.text) }}
            />
          )}
        </div>
        <Panel title={t('palette')}>
          <Chips palette={palette} onPick={(added) => insert.current?.(added)} />
        </Panel>
        <Panel title={t('publish', { number: next })}>
          <p className="max-w-[60em] text-muted">{t('publishText')}</p>
          <CommandForm
            action={publishTemplateAction}
            labels={labels}
            submit={t('publish', { number: next })}
            hidden={{ ...seen, ...fieldsOf(text) }}
          >
            <FormText name="note" required maxLength={300} autoComplete="off" placeholder={t('notePlaceholder')} />
          </CommandForm>
        </Panel>
      </div>
      <div className="grid gap-4 lg:sticky lg:top-4">
        <Checks {...checks} />
        <Preview kind={kind} locale={locale} text={settled} trial={trial} choices={choices} caseId={caseId} />
      </div>
    </div>
  )
}

const fieldsOf = ({ title, salutation, body, signature }: LetterTemplate) => ({
  ...{ title, 'salutation:blank': salutation, body, 'signature:blank': signature },
})

/** What is wrong with each part, where it stands. */
function useComplaints(text: LetterTemplate, findings: Parameters<typeof marksOf>[2]) {
  const sentence = useSentence()
  const of = (part: keyof LetterTemplate) =>
    marksOf(text[part], part, findings).map(({ from, to, finding }) => ({ from, to, message: sentence(finding) }))
  return { title: of('title'), salutation: of('salutation'), body: of('body'), signature: of('signature') }
}

/** The closed list for completion, each name with the words people know it by. */
function useNames(palette: Props['palette']) {
  const locale = useLocale()
  return useMemo(
    () =>
      Object.values(palette)
        .flat()
        .map(({ name, zh, en }) => ({ name, label: locale === 'en' ? en : zh })),
    [palette, locale],
  )
}
