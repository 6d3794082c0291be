import { getMessages, getTranslations } from 'next-intl/server'
import type { myHoldings } from '@/lib/rights/export.queries'

type Look = Awaited<ReturnType<typeof myHoldings>>['looks'][number]

/** Who looked at what, in words a client knows, with what that person is to them. */
export async function lookWords() {
  const [t, words, messages] = [await getTranslations('rights'), await getTranslations('words'), await getMessages()]
  const fields: Record<string, string> = messages.auditPages.field
  const thingIn = ({ thing, field }: Look) => (thing === 'field' ? (fields[field] ?? t('thing.other')) : t(`thing.${thing}`))
  return (look: Look) => {
    const [role] = look.roles
    const who = role === undefined ? look.who : t('whoIs', { name: look.who, role: words(`role.${role}`) })
    return `${who}${t(`look.${verbs[look.kind] ?? 'view'}`, { thing: thingIn(look) })}`
  }
}

const verbs: Record<string, 'view' | 'reveal' | 'export' | 'download' | undefined> = {
  ...{ view: 'view', reveal: 'reveal', export: 'export', download: 'download' },
}
