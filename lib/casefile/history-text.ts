import { createTranslator } from 'next-intl'
import type { Locale } from '@/db/vocabulary'
import { type Reader, type StoredEvent, told } from '@/lib/audit/sentence'
import { messages } from '@/lib/i18n/catalogue'

type Types = Reader['evidenceTypes']

/** An event of the audit as a sentence in one language; a kind this product does not know stays its name. */
export function historyText(locale: Locale, evidenceTypes: Types): (event: StoredEvent) => string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'audit' })
  const names: Record<string, string> = messages[locale].auditPages.field
  const reader = { locale, evidenceTypes, fieldName: (field: string) => names[field] ?? field }
  return (event) => {
    const sentence = told(event, reader)
    return sentence === undefined ? event.type : t(sentence.key, sentence.values)
  }
}
