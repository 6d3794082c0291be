import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { type StoredEvent, told } from '@/lib/audit/sentence'
import type { Who } from '@/lib/audit/who.queries'
import { localOf } from '@/lib/contacts/local-instant'
import type { Actor } from '@/lib/core/actor'
import { listEvidenceTypes } from '@/lib/evidence/types.queries'

/** Who a log speaks of: a colleague by name, a client and the system by what they are. */
export async function whoWords() {
  const t = await getTranslations('auditPages')
  const nameless: Record<string, string> = { client: t('client'), system: t('system') }
  return ({ kind, name }: Who) => name ?? nameless[kind] ?? t('gone')
}

/** An audit event as a sentence in the reader's language, with the office's own names for evidence. */
export async function eventWords(actor: Actor) {
  const [t, pages, fieldName] = [await getTranslations('audit'), await getTranslations('auditPages'), await fieldWords()]
  const { types } = await listEvidenceTypes(actor)
  const reader = { locale: await getLocale(), evidenceTypes: types, fieldName }
  return (event: StoredEvent) => {
    const sentence = told(event, reader)
    return sentence === undefined ? pages('unknown', { type: event.type }) : t(sentence.key, sentence.values)
  }
}

/** Fields of a client's record by their names. */
export async function fieldWords() {
  const known: Record<string, string> = (await getMessages()).auditPages.field
  return (field: string) => known[field] ?? field
}

/** When, on the clocks of the office: 2026-11-21 10:32. */
export const clockOf = (actor: Actor) => (at: string) => localOf(new Date(at), actor.timeZone).replace('T', ' ')
