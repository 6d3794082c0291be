import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useDeferredValue, useMemo } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { LetterSheet } from '@/app/_parts/letter-sheet'
import { Button } from '@/app/_ui/button'
import { useToast } from '@/app/_ui/toast'
import type { Locale } from '@/db/vocabulary'
import { type LiveText, liveKinds, liveText } from '@/lib/letters/live-text'
import { untranslatedIn } from '@/lib/letters/untranslated'
import { letterValues } from '@/lib/letters/variables'
import { wording } from '@/lib/letters/wording'
import { textOf } from '@/lib/platform/liquid'
import { letterFactsOf } from '@/lib/proposals/letter-facts'
import type { Proposal } from '@/lib/proposals/queries'
import type { WorkedVersion } from '@/lib/proposals/work-out'
import type { Draft } from './draft-state'
import { ExtractNote } from './extract-note'

type Props = {
  proposal: Proposal
  draft: Draft
  worked: WorkedVersion
  /** A letter of it is on the server, and can be had as a file. */
  isKept: boolean
}

/** The letter, what the client gets to read, and what to say on the phone: written again as the figures change. */
export function Texts({ proposal, draft, worked, isKept }: Props) {
  const t = useTranslations('proposals')
  const { source, number } = proposal
  const { letterLocale: locale, sourceOfFunds } = useDeferredValue(draft)
  const settled = useDeferredValue(worked)
  const facts = useMemo(
    () => letterFactsOf(source, settled, { number, locale, sourceOfFunds }),
    [source, settled, number, locale, sourceOfFunds],
  )
  const values = useMemo(() => letterValues(facts, wording[locale]), [facts, locale])
  return (
    <Tabs className="grid gap-2.5">
      <TabList aria-label={t('texts')} className="flex gap-1.5">
        {liveKinds.map((kind) => (
          <Tab
            key={kind}
            id={kind}
            className="min-h-6 cursor-pointer rounded-[6px] px-2.5 py-0.5 text-ink-2 outline-offset-2 data-[selected]:bg-surface data-[selected]:font-semibold data-[selected]:text-ink"
          >
            {t(`text.${kind}`)}
          </Tab>
        ))}
      </TabList>
      {liveKinds.map((kind) => (
        <TabPanel key={kind} id={kind} className="grid gap-3 outline-none">
          <Shown
            language={locale}
            isKept={isKept}
            text={liveText(proposal.templates[kind][locale], values, locale)}
            kind={kind}
            attachments={kind === 'NEGOTIATION' ? facts.attachments : []}
            proposal={proposal}
          />
        </TabPanel>
      ))}
    </Tabs>
  )
}

type ShownProps = {
  language: Locale
  isKept: boolean
  text: LiveText
  kind: (typeof liveKinds)[number]
  attachments: readonly string[]
  proposal: Proposal
}

function Shown({ language, isKept, text, kind, attachments, proposal }: ShownProps) {
  const [t, format, reader] = [useTranslations('proposals'), useFormatter(), useLocale()]
  const toast = useToast()
  const untranslated = untranslatedIn(text, { language, reader })
  const copy = async () => {
    await navigator.clipboard.writeText(plainText(text))
    toast({ text: t('copied') })
  }
  return (
    <>
      {untranslated.length > 0 && (
        <p className="text-dense font-medium text-wait no-print">
          {t('untranslated', { facts: format.list(untranslated.map((name) => quoted(name, reader))) })}
        </p>
      )}
      <LetterSheet text={text} language={language} attachments={attachments} isLetter={kind === 'NEGOTIATION'} />
      {kind === 'NEGOTIATION' && proposal.isExtract && <ExtractNote />}
      <div className="flex flex-wrap gap-2 no-print">
        {kind === 'NEGOTIATION' && isKept && (
          <>
            <a className="text-primary underline" href={`/api/proposals/${proposal.id}/pdf`} target="_blank" rel="noreferrer">
              {t('pdf')}
            </a>
            <a className="text-primary underline" href={`/api/proposals/${proposal.id}/docx`}>
              {t('docx')}
            </a>
          </>
        )}
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
      <p className="text-meta text-muted">{t('masked')}</p>
    </>
  )
}

const quoted = (name: string, reader: Locale) => (reader === 'en' ? `“${name}”` : `「${name}」`)

const plainText = ({ title, salutation, paragraphs, signature }: LiveText) =>
  [title, textOf(salutation), ...paragraphs.map(textOf), ...signature.map(textOf)].filter((line) => line !== '').join('\n')
