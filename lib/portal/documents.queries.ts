import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases, contacts, creditors, evidenceBundles, letters, proposalVersions } from '@/db/schema'
import { locales } from '@/db/vocabulary'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { isToCreditor } from '@/lib/letters/going-out'
import { readStamp } from '@/lib/letters/stamp'
import { civilDateIn } from '@/lib/platform/dates'
import { thaw } from '@/lib/proposals/frozen-letter'
import { openRequests } from './own-documents.queries'
import { papersOf } from './papers.queries'
import { stoppedSince } from './stopped.queries'

/**
 * What is asked for and not given, papers that were made of what the client told, and everything that went to a lender in their name: documents with to whom,
 * for what and when, and letters to the word, complaints among them, with the day they went out [domain 3.8, 9].
 */
export const documents = query({
  name: 'portal.documents',
  input: z.strictObject({ locale: z.enum(locales).default('zh-CN') }),
  async run(reading, { locale }) {
    const { actor, tx } = reading
    const clientId = found(actor.clientId)
    const bundles = await tx
      .select()
      .from(evidenceBundles)
      .where(and(eq(evidenceBundles.orgId, actor.organisationId), eq(evidenceBundles.clientId, clientId)))
      .orderBy(desc(evidenceBundles.sentAt))
    return {
      wanted: (await stoppedSince(reading)) === null ? await openRequests(reading, { locale }) : [],
      letters: await lettersOf(reading, clientId),
      enclosed: await enclosedWith(reading, clientId),
      papers: await papersOf(reading),
      bundles: bundles.map(({ id, recipient, purpose, channel, sentAt, items }) => ({
        ...{ id, recipient, purpose, channel, sentOn: civilDateIn(sentAt, actor.timeZone) },
        files: items.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
      })),
    }
  },
})

/** What went along with each version that was sent, as its letter names it, newest first. */
async function enclosedWith({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select({ version: proposalVersions, recipient: creditors.legalName })
    .from(proposalVersions)
    .innerJoin(cases, and(eq(cases.orgId, proposalVersions.orgId), eq(cases.id, proposalVersions.caseId)))
    .innerJoin(creditors, and(eq(creditors.orgId, cases.orgId), eq(creditors.id, cases.creditorId)))
    .where(
      and(
        eq(proposalVersions.orgId, actor.organisationId),
        eq(proposalVersions.clientId, clientId),
        isNotNull(proposalVersions.sentAt),
      ),
    )
    .orderBy(desc(proposalVersions.sentAt))
    .limit(200)
  return rows.flatMap(({ version, recipient }) => {
    const { id, number, sentAt, letterLocale } = version
    const files = thaw(version, letterLocale).attachments
    if (sentAt === null || files.length === 0) return []
    return [{ id, number, recipient, files, sentOn: civilDateIn(sentAt, actor.timeZone) }]
  })
}

/** Letters that were written in the client's name, newest first, and when each went out; papers the client signs or keeps are to nobody. */
async function lettersOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select({ letter: letters, creditor: creditors.legalName, sentAt: contacts.at })
    .from(letters)
    .innerJoin(cases, and(eq(cases.orgId, letters.orgId), eq(cases.id, letters.caseId)))
    .innerJoin(creditors, and(eq(creditors.orgId, cases.orgId), eq(creditors.id, cases.creditorId)))
    .leftJoin(contacts, and(eq(contacts.orgId, letters.orgId), eq(contacts.letterId, letters.id)))
    .where(and(eq(letters.orgId, actor.organisationId), eq(letters.clientId, clientId), eq(letters.state, 'WRITTEN')))
    .orderBy(desc(letters.at))
    .limit(200)
  const dayOf = (at: Date | null) => (at === null ? null : civilDateIn(at, actor.timeZone))
  return rows.map(({ letter: { id, title, text, stamp, at, recipient }, creditor, sentAt }) => {
    const { kind = null, locale = null } = readStamp(stamp) ?? {}
    const isToLender = kind === null || isToCreditor(kind)
    return {
      /** The language it is written in, where that was kept. */
      ...{ id, kind, title, text, locale, recipient: isToLender ? recipient || creditor : null },
      ...{ writtenOn: dayOf(at) ?? '', sentOn: dayOf(sentAt) },
    }
  })
}
