import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, evidenceRequests, evidenceTypes } from '@/db/schema'
import { locales } from '@/db/vocabulary'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { expectMay, verbsOf } from './delegated.queries'
import { separateConsent } from './separate.queries'

/** One document that was asked for, and whether giving it needs the client's separate consent first. */
export const request = query({
  name: 'portal.request',
  input: z.strictObject({ requestId: z.uuid(), locale: z.enum(locales).default('zh-CN') }),
  async run(reading, { requestId, locale }) {
    await expectMay(reading, 'READ')
    const { asked, type } = await requestOf(reading, requestId)
    const isSensitive = type.sensitive !== 'NONE'
    return {
      id: asked.id,
      name: locale === 'en' ? type.nameEn : type.nameZh,
      note: asked.note,
      deadline: asked.deadline,
      isFulfilled: asked.fulfilledAt !== null,
      told: await toldOf(reading, asked),
      turnedBack: await turnedBackOf(reading, asked),
      /** Whether one more page may be given, although the first is here. */
      takesMore: asked.fulfilledAt !== null && (await isUnlooked(reading, asked.fulfilledBy)),
      consent: isSensitive ? await separateConsent(reading, asked.clientId) : 'none',
    }
  },
})

type Asked = typeof evidenceRequests.$inferSelect

/** That they said they do not have it now, and why, for who hands in papers; null where they did not. */
async function toldOf(reading: Reading, { cannotProvide, fulfilledAt }: Asked) {
  if (cannotProvide === '' || fulfilledAt !== null) return null
  const mayRead = (await verbsOf(reading)).includes('UPLOAD')
  return { reason: mayRead && cannotProvide !== '—' ? cannotProvide : '' }
}

/** Why what was given last has to be given again, for who hands in papers; null where it has not. */
async function turnedBackOf(reading: Reading, asked: Asked) {
  if (asked.fulfilledAt !== null || !(await verbsOf(reading)).includes('UPLOAD')) return null
  const [last] = await reading.tx
    .select({ status: evidence.status, reason: evidence.rejectReason })
    .from(evidence)
    .where(and(eq(evidence.orgId, asked.orgId), eq(evidence.caseId, asked.caseId), givenFor(asked)))
    .orderBy(desc(evidence.createdAt))
    .limit(1)
  return last?.status === 'REJECTED' ? last.reason : null
}

/** The very document that was given for it; where none was, the newest of its kind, save “other”, which may be anything. */
const givenFor = ({ code, fulfilledBy }: Asked) =>
  fulfilledBy === null && code !== 'OTHER' ? eq(evidence.code, code) : sql`${evidence.id} = ${fulfilledBy}`

/** Whether what fulfilled a request still waits for the office to look: until then more pages of it are welcome. */
export async function isUnlooked({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, evidenceId: string | null) {
  if (evidenceId === null) return false
  const mine = and(eq(evidence.orgId, actor.organisationId), eq(evidence.id, evidenceId))
  const [first] = await tx.select({ status: evidence.status }).from(evidence).where(mine)
  return first?.status === 'RECEIVED'
}

async function requestOf({ tx, actor }: Reading, id: string) {
  const [row] = await tx
    .select({ asked: evidenceRequests, type: evidenceTypes })
    .from(evidenceRequests)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidenceRequests.orgId), eq(evidenceTypes.code, evidenceRequests.code)))
    .where(and(eq(evidenceRequests.orgId, actor.organisationId), eq(evidenceRequests.id, id)))
  return found(row)
}
