import { and, desc, eq } from 'drizzle-orm'
import { checklistRules, evidenceRequests, evidenceTypes, hardships, sensitiveGrants } from '@/db/schema'
import type { LetterKind } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import { consentsInForce } from '@/lib/clients/consent.commands'
import { mandateFor } from '@/lib/clients/mandate.queries'
import type { Reading } from '@/lib/core/query'
import { type CurrentItem, currentItems } from '@/lib/evidence/current.queries'
import { typesOf } from '@/lib/evidence/kinds.queries'
import { civilDateIn } from '@/lib/platform/dates'
import { type Barrier, barriers, barrierTo, type Ground, namesPapers } from './enclosures'

/** A kind of paper on file: what keeps it from going with a letter, and the files of it that may. */
export type PaperChoice = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly why: Barrier | null
  readonly files: readonly PaperFile[]
}

/** A file by its own kind, whatever else it serves as, and the days it covers. */
export type PaperFile = Pick<CurrentItem, 'id' | 'code' | 'coversFrom' | 'coversTo'> & {
  readonly zh: string
  readonly en: string
}

/**
 * Every kind of paper on file for this case, each with whether it may go with a letter of this kind today, and why not.
 * @param writerId whose grant counts for what is about health: the reader's, unless somebody else's name is under the letter
 */
export async function papersFor(
  reading: Reading,
  kase: Case,
  kind: LetterKind,
  writerId = reading.actor.id,
): Promise<PaperChoice[]> {
  if (!namesPapers(kind)) return []
  const items = (await currentItems(reading, kase.clientId)).filter((item) => isOnFile(item, kase))
  if (items.length === 0) return []
  const ground = await groundOf(reading, kase, { kind, writerId })
  const types: Types = new Map((await typesOf(reading)).map((type) => [type.code, type]))
  const judged = items.flatMap((item) => judgedAs(item, types, ground))
  const codes = [...new Set(judged.map(({ type }) => type.code))]
  return codes
    .flatMap((code) => choiceOf(judged.filter(({ type }) => type.code === code)) ?? [])
    .toSorted((a, b) => (a.zh < b.zh ? -1 : 1))
}

/** The papers to enclose: those ticked, or all that may go where nobody chose. `outside` are ticked and may not go. */
export function enclosed(papers: readonly PaperChoice[], chosen: readonly string[] | undefined) {
  const offered = papers.filter(({ why }) => why === null)
  const isOffered = (code: string) => offered.some((paper) => paper.code === code)
  return {
    taken: chosen === undefined ? offered : offered.filter(({ code }) => chosen.includes(code)),
    outside: (chosen ?? []).filter((code) => !isOffered(code)),
  }
}

type Judged = { item: CurrentItem; type: Type; why: Barrier | undefined }

/** Of several files of a kind those that may go count; where none may, the one that comes nearest says why. */
function choiceOf(judged: readonly Judged[]): PaperChoice | undefined {
  const [first] = judged
  if (first === undefined) return undefined
  const free = judged.filter(({ why }) => why === undefined)
  const nearest = barriers.findLast((barrier) => judged.some(({ why }) => why === barrier))
  const { code, nameZh, nameEn } = first.type
  return {
    ...{ code, zh: nameZh, en: nameEn, why: free.length > 0 ? null : (nearest ?? null) },
    files: free.map(({ item }) => fileOf(item)),
  }
}

const fileOf = ({ id, code, coversFrom, coversTo, type }: CurrentItem): PaperFile => ({
  ...{ id, code, coversFrom, coversTo, zh: type.nameZh, en: type.nameEn },
})

const shown: ReadonlySet<string> = new Set(['RECEIVED', 'VERIFIED', 'EXPIRED'])

const isOnFile = ({ caseId, fileHash, status }: CurrentItem, { id }: Case) =>
  (caseId === null || caseId === id) && fileHash !== null && shown.has(status)

type Type = Pick<CurrentItem['type'], 'code' | 'nameZh' | 'nameEn' | 'sensitive'>
type Types = ReadonlyMap<string, Type>

/** A file once for each kind it serves as; each is as sensitive as all of it. */
function judgedAs(item: CurrentItem, types: Types, ground: Ground): Judged[] {
  const { code, alsoFor, status, statementId, clientConfirmedAt } = item
  const served = [code, ...alsoFor].flatMap((one) => types.get(one) ?? [])
  const held = { status, isConfirmed: statementId === null || clientConfirmedAt !== null }
  const classes = served.map(({ sensitive }) => sensitive)
  return served.map((type) => ({ item, type, why: barrierTo({ ...held, code: type.code, classes }, ground) }))
}

type Writing = { kind: LetterKind; writerId: string }

async function groundOf(reading: Reading, kase: Case, { kind, writerId }: Writing): Promise<Ground> {
  const { share } = await mandateFor(reading, kase)
  return {
    ...{ kind, mayShare: share, hasGrant: await hasGrantOn(reading, kase, writerId) },
    mayUseSensitive: (await consentsInForce(reading, kase.clientId, 'SENSITIVE')).length > 0,
    lists: { ...(await checklistsFor(reading, kase)), ASKED: new Set((await askedLast(reading, kase)).map(({ code }) => code)) },
  }
}

/** Writing to one creditor takes the grant for that case, not for another of the client's. */
async function hasGrantOn({ tx }: Reading, { orgId, id }: Case, writerId: string) {
  const granted = await tx.$count(
    sensitiveGrants,
    and(eq(sensitiveGrants.orgId, orgId), eq(sensitiveGrants.caseId, id), eq(sensitiveGrants.userId, writerId)),
  )
  return granted > 0
}

async function checklistsFor({ tx }: Reading, { orgId, clientId }: Case) {
  const rules = await tx
    .select({ hardship: checklistRules.hardship, code: checklistRules.evidenceCode })
    .from(checklistRules)
    .where(eq(checklistRules.orgId, orgId))
  const causes = await tx
    .select({ type: hardships.type })
    .from(hardships)
    .where(and(eq(hardships.orgId, orgId), eq(hardships.clientId, clientId)))
  const isCause = (hardship: string | null) => causes.some(({ type }) => type === hardship)
  const codes = (some: typeof rules) => new Set(some.map(({ code }) => code))
  return {
    HARDSHIP: codes(rules.filter(({ hardship }) => isCause(hardship))),
    EVERYBODY: codes(rules.filter(({ hardship }) => hardship === null)),
  }
}

/** What the creditor asked for last: everything named on that day, as the letter says it. */
async function askedLast({ actor, tx }: Reading, { orgId, id }: Case) {
  const rows = await tx
    .select({
      ...{ code: evidenceRequests.code, at: evidenceRequests.createdAt, cannotProvide: evidenceRequests.cannotProvide },
      ...{ zh: evidenceTypes.nameZh, en: evidenceTypes.nameEn },
    })
    .from(evidenceRequests)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidenceRequests.orgId), eq(evidenceTypes.code, evidenceRequests.code)))
    .where(and(eq(evidenceRequests.orgId, orgId), eq(evidenceRequests.caseId, id), eq(evidenceRequests.from, 'CREDITOR')))
    .orderBy(desc(evidenceRequests.createdAt), evidenceRequests.code)
  const dayOf = (at: Date) => civilDateIn(at, actor.timeZone)
  const [latest] = rows
  return rows.filter(({ at }) => latest !== undefined && dayOf(at) === dayOf(latest.at))
}

/** What only time keeps from the creditor: it is not here, or not in order yet. */
const passing: ReadonlySet<Barrier | null> = new Set(['EXPIRED', 'NOT_VERIFIED', 'NOT_CONFIRMED'])

/** Of what the creditor asked for last that which is still to come, save what the client does not have. */
export async function stillToCome(reading: Reading, kase: Case, papers: readonly PaperChoice[]) {
  const asked = (await askedLast(reading, kase)).filter(({ cannotProvide }) => cannotProvide === '')
  return asked.filter(({ code }) => {
    const paper = papers.find((one) => one.code === code)
    return paper === undefined || passing.has(paper.why)
  })
}
