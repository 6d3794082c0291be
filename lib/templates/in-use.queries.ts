import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { letterTemplates } from '@/db/schema'
import type { LetterKind, Locale } from '@/db/vocabulary'
import type { Reading } from '@/lib/core/query'
import type { LetterTemplate } from '@/lib/letters/kinds'
import { type TemplateVersion, templateHash } from '@/lib/letters/stamp'
import { templates } from '@/lib/letters/templates'

export type TemplateKey = { readonly kind: LetterKind; readonly locale: Locale }
type Asking = Pick<Reading, 'actor' | 'tx'>

/** The wording a letter of this kind is written with now: the latest one published here, or the one that is shipped. */
export async function templateInUse({ actor, tx }: Asking, key: TemplateKey): Promise<TemplateVersion> {
  const [latest] = await tx
    .select()
    .from(letterTemplates)
    .where(and(ofKey(actor.organisationId, key), isNotNull(letterTemplates.number)))
    .orderBy(desc(letterTemplates.number))
    .limit(1)
  return latest === undefined ? shipped(key) : versionOf(latest)
}

/** The wordings in use for several kinds in both languages, in one read. */
export async function wordingsInUse({ actor, tx }: Asking, kinds: readonly LetterKind[]) {
  const rows = await tx
    .selectDistinctOn([letterTemplates.kind, letterTemplates.locale])
    .from(letterTemplates)
    .where(
      and(
        eq(letterTemplates.orgId, actor.organisationId),
        inArray(letterTemplates.kind, [...kinds]),
        isNotNull(letterTemplates.number),
      ),
    )
    .orderBy(letterTemplates.kind, letterTemplates.locale, desc(letterTemplates.number))
  return ({ kind, locale }: TemplateKey): LetterTemplate => {
    const row = rows.find((one) => one.kind === kind && one.locale === locale)
    return row === undefined ? shipped({ kind, locale }).text : textOfRow(row)
  }
}

/** One version by its number; the one in use where there is none of that number. */
export async function templateNumbered(asking: Asking, key: TemplateKey & { number: number }): Promise<TemplateVersion> {
  if (key.number === 1) return shipped(key)
  const [row] = await asking.tx
    .select()
    .from(letterTemplates)
    .where(and(ofKey(asking.actor.organisationId, key), eq(letterTemplates.number, key.number)))
  return row === undefined ? templateInUse(asking, key) : versionOf(row)
}

/** What the product ships: version 1 of every organisation. */
export function shipped({ kind, locale }: TemplateKey): TemplateVersion {
  const text = templates[kind][locale]
  return { number: 1, hash: templateHash(text), text }
}

export const ofKey = (organisationId: string, { kind, locale }: TemplateKey) =>
  and(eq(letterTemplates.orgId, organisationId), eq(letterTemplates.kind, kind), eq(letterTemplates.locale, locale))

export type TemplateRow = typeof letterTemplates.$inferSelect

export const textOfRow = ({ title, salutation, body, signature }: LetterTemplate): LetterTemplate => ({
  ...{ title, salutation, body, signature },
})

const versionOf = (row: TemplateRow): TemplateVersion => ({ number: row.number ?? 0, hash: row.hash, text: textOfRow(row) })
