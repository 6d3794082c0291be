import { useTranslations } from 'next-intl'
import { nextActionCodes } from '@/db/vocabulary'
import { ruleOf } from '@/lib/contacts/rule-task'
import type { RadarKind } from '@/lib/radar/kinds'

/** What a date is about, where a word or a number says it. */
export function About({ kind, about }: { kind: RadarKind; about: string }) {
  const [t, words, contacts] = [useTranslations('radar'), useTranslations('words'), useTranslations('contacts')]
  const instalment = () => t('instalment', { n: about })
  const version = () => t('version', { n: about })
  const action = () => {
    const code = nextActionCodes.find((one) => one === about)
    return code === undefined ? '' : words(`nextAction.${code}`)
  }
  const task = () => {
    const rule = ruleOf(about)
    return rule === undefined ? about : contacts(`ruleTask.${rule}`)
  }
  const telling: Partial<Record<RadarKind, () => string>> = {
    ...{ INSTALMENT: instalment, REPLY_DUE: version, NO_ANSWER: version, OFFER_EXPIRES: version },
    ...{ NEXT_ACTION: action, TASK: task, BUDGET_STEP: () => about },
  }
  const told = about === '' ? '' : (telling[kind]?.() ?? '')
  return told === '' ? null : <span className="text-ink-2">{told}</span>
}
