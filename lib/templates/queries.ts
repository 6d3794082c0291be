import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters, letterTemplates, members, proposalVersions } from '@/db/schema'
import { letterKinds, locales } from '@/db/vocabulary'
import { query, type Reading } from '@/lib/core/query'
import { ofKey, shipped, type TemplateKey, type TemplateRow, templateInUse, textOfRow } from './in-use.queries'

export const templateKey = { kind: z.enum(letterKinds), locale: z.enum(locales) }

/** Every kind of letter in both languages: which version is in use, since when and by whom, and whether a draft waits. */
export const listTemplates = query({
  name: 'template.list',
  input: z.strictObject({}),
  async run(reading) {
    const rows = await headsOf(reading)
    const of = (key: TemplateKey) => rows.filter(({ kind, locale }) => kind === key.kind && locale === key.locale)
    return {
      templates: letterKinds.flatMap((kind) =>
        locales.map((locale) => {
          const own = of({ kind, locale })
          const [latest] = own.filter(({ number }) => number !== null)
          return {
            ...{ kind, locale, number: latest?.number ?? 1, by: latest?.by ?? '' },
            publishedAt: latest?.at.toISOString() ?? null,
            hasDraft: own.some(({ number }) => number === null),
          }
        }),
      ),
    }
  },
})

/** One letter in one language: the wording in use, the draft, every version there was and how many letters went out with it. */
export const getTemplate = query({
  name: 'template.get',
  input: z.strictObject(templateKey),
  async run(reading, key) {
    const rows = await rowsOf(reading, key)
    const draft = rows.find(({ row }) => row.number === null)
    const used = await usesOf(reading, key)
    const own = rows.flatMap(({ row, by }) => (row.number === null ? [] : [versionView({ ...row, number: row.number }, by)]))
    const { number, hash, text } = shipped(key)
    const first = { number, hash, text, note: '', by: '', publishedAt: null }
    return {
      ...key,
      inUse: (await templateInUse(reading, key)).number,
      draft: draft === undefined ? null : draftView(draft),
      versions: [...own, first].map((version) => ({ ...version, used: used.get(version.number) ?? 0 })),
    }
  },
})

type Named = { row: TemplateRow; by: string }

const versionView = (row: TemplateRow & { number: number }, by: string) => ({
  ...{ number: row.number, hash: row.hash, text: textOfRow(row), note: row.note, by },
  publishedAt: row.at.toISOString(),
})

const draftView = ({ row, by }: Named) => ({ text: textOfRow(row), version: row.version, by, savedAt: row.at.toISOString() })

const author = and(eq(members.orgId, letterTemplates.orgId), eq(members.userId, letterTemplates.by))

function headsOf({ actor, tx }: Reading) {
  const { kind, locale, number, at } = letterTemplates
  return tx
    .select({ kind, locale, number, at, by: sql<string>`coalesce(${members.name}, '')` })
    .from(letterTemplates)
    .leftJoin(members, author)
    .where(eq(letterTemplates.orgId, actor.organisationId))
    .orderBy(desc(number))
}

/** Published versions, the newest first, and the draft. */
const rowsOf = ({ actor, tx }: Reading, key: TemplateKey): Promise<Named[]> =>
  tx
    .select({ row: letterTemplates, by: sql<string>`coalesce(${members.name}, '')` })
    .from(letterTemplates)
    .leftJoin(members, author)
    .where(ofKey(actor.organisationId, key))
    .orderBy(desc(letterTemplates.number))
    .limit(200)

/** How many letters went out with each version: those of proposals, and those written for many cases at once. */
async function usesOf({ actor, tx }: Reading, { kind, locale }: TemplateKey): Promise<Map<number, number>> {
  const written = sql`(select ${proposalVersions.letterTemplate} as stamp from ${proposalVersions}
    where ${eq(proposalVersions.orgId, actor.organisationId)} and ${isNotNull(proposalVersions.sentAt)}
    union all select ${letters.stamp} from ${letters}
    where ${eq(letters.orgId, actor.organisationId)} and ${eq(letters.state, 'WRITTEN')})`
  const { rows } = await tx.execute<{ number: number; uses: number }>(sql`
    select split_part(split_part(split_part(stamp, '/', 1), '@', 2), '#', 1)::int as number, count(*)::int as uses
    from ${written} w where stamp like ${`${kind}@%/${locale}/%`} group by 1`)
  return new Map(rows.map(({ number, uses }) => [number, uses]))
}
