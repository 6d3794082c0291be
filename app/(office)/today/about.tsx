import { useLocale, useTranslations } from 'next-intl'
import { nextActionCodes } from '@/db/vocabulary'
import { letterOf, ruleOf } from '@/lib/contacts/rule-task'
import type { RadarKind } from '@/lib/radar/kinds'

type Item = { kind: RadarKind; about: string; documentZh: string | null; documentEn: string | null }

/** What a date is about, where a word or a number says it. */
export function About({ item: { kind, about, documentZh, documentEn } }: { item: Item }) {
  const locale = useLocale()
  const [t, words, contacts] = [useTranslations('radar'), useTranslations('words'), useTranslations('contacts')]
  const instalment = () => t('instalment', { n: about })
  const version = () => t('version', { n: about })
  const document = () => (locale === 'en' ? documentEn : documentZh) ?? ''
  const action = () => {
    const code = nextActionCodes.find((one) => one === about)
    return code === undefined ? '' : words(`nextAction.${code}`)
  }
  const task = () => {
    const [rule, letter] = [ruleOf(about), letterOf(about)]
    if (letter !== undefined) return contacts('letterTask', { name: words(`letterKind.${letter}`) })
    return rule === undefined ? about : contacts(`ruleTask.${rule}`)
  }
  const telling: Partial<Record<RadarKind, () => string>> = {
    ...{ BREACH: instalment, INSTALMENT: instalment, REPLY_DUE: version, NO_ANSWER: version, OFFER_EXPIRES: version },
    ...{ NEXT_ACTION: action, TASK: task, BUDGET_STEP: () => about, EVIDENCE_REQUEST: document, EVIDENCE_EXPIRES: document },
  }
  const told = about === '' ? '' : (telling[kind]?.() ?? '')
  return told === '' ? null : <span className="text-ink-2">{told}</span>
}
