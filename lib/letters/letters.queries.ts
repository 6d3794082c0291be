import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clients, contacts, letters, members } from '@/db/schema'
import { type ContactChannel, type Locale, locales } from '@/db/vocabulary'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import { withholderOf } from '@/lib/clients/medical.queries'
import { logAccess } from '@/lib/core/access-log'
import { query, type Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { missingMarks } from '@/lib/platform/fonts'
import type { Segment } from '@/lib/platform/liquid'
import { maskIdNumber, maskName } from '@/lib/platform/mask'
import { creditorOf } from './addressee.queries'
import { caseKinds } from './case-kinds'
import { caseLetter } from './case-letter.queries'
import { papersFor } from './enclosures.queries'
import { answerBy, isToCreditor } from './going-out'
import type { Letter } from './letter'
import { mayOpenLetter } from './medical-letter.queries'
import { readStamp } from './stamp'

/** The letters written for a case, the newest first, each with whom it is to and when it went out; their text is in the files. */
export const listLetters = query({
  name: 'letter.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const rows = await reading.tx
      .select({ letter: letters, by: members.name, sentAt: contacts.at, channel: contacts.channel })
      .from(letters)
      .leftJoin(members, and(eq(members.orgId, letters.orgId), eq(members.userId, letters.by)))
      .leftJoin(contacts, and(eq(contacts.orgId, letters.orgId), eq(contacts.letterId, letters.id)))
      .where(and(eq(letters.orgId, kase.orgId), eq(letters.caseId, kase.id), eq(letters.state, 'WRITTEN')))
      .orderBy(desc(letters.at))
    const creditor = await creditorOf(reading, kase)
    return {
      letters: rows.map(({ letter, by, sentAt, channel }) => ({
        ...letterView(letter, creditor),
        by: by ?? '',
        sent: sentAt === null || channel === null ? null : sentView(reading, letter, { sentAt, channel }),
      })),
    }
  },
})

type Kept = typeof letters.$inferSelect
export type LetterView = Awaited<ReturnType<typeof listLetters>>['letters'][number]

/** Letters of before addressees were kept were to the creditor of the case, as it is called today. */
function letterView({ id, title, hash, stamp, enclosed, conductEntryId, at, ...kept }: Kept, creditor: string) {
  const { kind = null, locale = 'zh-CN', number = 0 } = readStamp(stamp) ?? {}
  const recipient = kept.recipient || (kind !== null && isToCreditor(kind) ? creditor : '')
  return { id, kind, title, hash, recipient, enclosed, conductEntryId, at: at?.toISOString() ?? '', locale, template: number }
}

type Sent = { sentAt: Date; channel: ContactChannel }

function sentView({ actor }: Reading, { stamp }: Kept, { sentAt, channel }: Sent) {
  const [kind, on] = [readStamp(stamp)?.kind, civilDateIn(sentAt, actor.timeZone)]
  return { at: sentAt.toISOString(), on, channel, answerBy: (kind && answerBy(kind, on)) ?? null }
}

/** Codes of the kinds of paper to enclose. */
export const chosenPapers = z.array(z.string().max(40)).max(60)

/**
 * A letter as it would be written now, for a look before it is: names masked, medical content withheld from those without a
 * grant, and what keeps it from being written. `gaps` are the names of variables that are not recorded; `notPrinted` is what the paper shows for characters that no font has; `files` is how many it encloses, `papers` every kind
 * of paper on file, with why it may not be enclosed. Nothing of it is kept.
 */
export const previewLetter = query({
  name: 'letter.preview',
  input: z.strictObject({
    caseId: z.uuid(),
    kind: z.enum(caseKinds),
    locale: z.enum(locales).default('zh-CN'),
    enclosed: chosenPapers.optional(),
  }),
  async run(reading, { caseId, kind, locale, enclosed }) {
    const kase = await visibleCase(reading, caseId)
    const looked = await caseLetter(reading, kase, { kind, locale, chosen: enclosed })
    const papers = await papersFor(reading, kase, kind)
    const { cover, name } = await coverFor(reading, kase, locale)
    const { letter } = looked
    const text = letter === undefined ? null : covered(letter, cover)
    const findings = 'why' in looked ? looked.findings : []
    return {
      ...{ kind, locale, why: 'why' in looked ? looked.why : null },
      gaps: findings.filter(({ code }) => code === 'empty_value').map(({ word }) => word),
      words: findings.filter(({ code }) => code !== 'empty_value').map(({ word }) => word),
      text,
      notPrinted: missingMarks(name + JSON.stringify(text), cover(name) + JSON.stringify(text)),
      attachments: [...(letter?.attachments ?? [])],
      files: 'why' in looked ? (letter?.attachments ?? []).length : looked.enclosed.length,
      papers: papers.map(({ code, zh, en, why: barrier }) => ({ code, zh, en, why: barrier })),
    }
  },
})

function covered({ title, salutation, paragraphs, signature }: Letter, cover: (text: string) => string) {
  const plain = (segments: readonly Segment[]) => segments.map(({ text, ...rest }) => ({ ...rest, text: cover(text) }))
  return {
    ...{ title: cover(title), salutation: plain(salutation) },
    ...{ paragraphs: paragraphs.map(plain), signature: signature.map(plain) },
  }
}

/** What a screen shows of a letter's text, and the name it masks. */
async function coverFor(reading: Reading, { orgId, clientId }: Case, locale: Locale) {
  const [client] = await reading.tx
    .select({ name: clients.name, idNumber: clients.idNumber })
    .from(clients)
    .where(and(eq(clients.orgId, orgId), eq(clients.id, clientId)))
  const { name, idNumber } = found(client)
  const withholding = await withholderOf(reading, clientId)
  const cover = (text: string) => {
    const masked = withholding(text, locale).replaceAll(name, maskName(name))
    return idNumber ? masked.replaceAll(idNumber, maskIdNumber(idNumber)) : masked
  }
  return { cover, name }
}

/**
 * A letter as it is kept, with the client's name in full; one that tells a medical story only for those with a grant. Leaves
 * a line in the access log.
 */
export const getKeptLetter = query({
  name: 'letter.get',
  input: z.strictObject({ letterId: z.uuid() }),
  async run(reading, { letterId }) {
    const { actor, tx } = reading
    const [letter] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.orgId, actor.organisationId), eq(letters.id, letterId), eq(letters.state, 'WRITTEN')))
    const { caseId, clientId, title, text, stamp, hash, at } = found(letter)
    const kase = await visibleCase(reading, caseId)
    if (!(await mayOpenLetter(reading, clientId, text))) throw new Refusal('rule', { why: 'letter_withheld' })
    await logAccess(tx, reading, { kind: 'download', what: 'letter', object: letterId, clientId })
    return {
      ...{
        id: letterId,
        caseId,
        caseNo: kase.number,
        locale: readStamp(stamp)?.locale ?? 'zh-CN',
        writtenAt: at?.toISOString() ?? '',
      },
      ...{ letterTitle: title, letterText: text, letterTemplate: stamp, letterHash: hash },
    }
  },
})
