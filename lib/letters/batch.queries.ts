import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients, creditorProducts, letterBatches, letters, members } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { logAccess } from '@/lib/core/access-log'
import { seesWholeOffice } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { type Batch, ownBatch } from './batch-scope.queries'
import { batchFormats } from './bulk-kinds'
import { mayOpenLetter } from './medical-letter.queries'

/** Letters written by themselves are batches of one that were finished as they began. */
const isBulk = or(ne(letterBatches.total, 1), isNull(letterBatches.finishedAt), ne(letterBatches.finishedAt, letterBatches.at))

/** The latest batches of the actor, or of the office for those who see all of it; not letters written by themselves. */
export const listBatches = query({
  name: 'letterBatch.list',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const mine = seesWholeOffice(actor) ? undefined : eq(letterBatches.by, actor.id)
    const rows = await tx
      .select({ batch: letterBatches, by: members.name })
      .from(letterBatches)
      .leftJoin(members, and(eq(members.orgId, letterBatches.orgId), eq(members.userId, letterBatches.by)))
      .where(and(eq(letterBatches.orgId, actor.organisationId), mine, isBulk))
      .orderBy(desc(letterBatches.at))
      .limit(20)
    return { batches: rows.map(({ batch, by }) => ({ ...batchView(batch), by: by ?? '' })) }
  },
})

/** How far a batch has got, case by case. A case that is no longer the actor's to see is counted and not named. */
export const getBatch = query({
  name: 'letterBatch.get',
  input: z.strictObject({ batchId: z.uuid() }),
  async run(reading, { batchId }) {
    const batch = await ownBatch(reading, batchId)
    const rows = await lettersOf(reading, batch)
    const count = (state: string) => rows.filter(({ letter }) => letter.state === state).length
    return {
      ...batchView(batch),
      written: count('WRITTEN'),
      skipped: count('SKIPPED'),
      waiting: count('WAITING'),
      letters: rows.map(({ letter, kase }) => ({
        ...{ position: letter.position, state: letter.state, why: letter.why, lacks: letter.lacks, hash: letter.hash },
        case: kase,
      })),
    }
  },
})

/**
 * The written letters of a batch for packing, with names of files to be found by case number; one that tells a medical
 * story only for those with a grant, the others read that it is withheld. Leaves a line in the access log for each client.
 * @throws Refusal `rule` {why: 'no_letter'} while nothing is written
 */
export const batchFiles = query({
  name: 'letterBatch.download',
  input: z.strictObject({ batchId: z.uuid(), format: z.enum(batchFormats).default('pdf') }),
  async run(reading, { batchId, format }) {
    const batch = await ownBatch(reading, batchId)
    const rows = await lettersOf(reading, batch)
    const visible: { letter: Row['letter']; kase: CaseOfLetter }[] = []
    for (const { letter, kase } of rows) if (kase !== null) visible.push({ letter: await openedTo(reading, letter), kase })
    if (!visible.some(({ letter }) => letter.state === 'WRITTEN')) throw new Refusal('rule', { why: 'no_letter' })
    for (const { letter } of visible)
      if (letter.state === 'WRITTEN')
        await logAccess(reading.tx, reading, {
          ...{ kind: 'download', what: 'letter', object: letter.id, clientId: letter.clientId },
        })
    return {
      ...{ ...batchView(batch), format },
      letters: visible.map(({ letter, kase }) => ({
        ...{ state: letter.state, why: letter.why, lacks: letter.lacks, title: letter.title, hash: letter.hash },
        ...{ kept: letter.file, text: letter.text, stamp: letter.stamp },
        ...{ caseNumber: kase.number, client: kase.name, product: kase.product },
        file: letter.state === 'WRITTEN' ? `${String(letter.position).padStart(3, '0')}-${kase.number}` : '',
      })),
    }
  },
})

/** A letter as the reader may have it. */
const openedTo = async (reading: Reading, letter: Row['letter']): Promise<Row['letter']> =>
  letter.state !== 'WRITTEN' || (await mayOpenLetter(reading, letter.clientId, letter.text))
    ? letter
    : { ...letter, state: 'SKIPPED', why: 'WITHHELD', file: '', title: '', text: '', hash: '' }

const batchView = ({ id, kind, locale, total, at, finishedAt, cancelledAt }: Batch) => ({
  ...{ batchId: id, kind, locale, total, startedAt: at.toISOString() },
  state: stateOf(finishedAt, cancelledAt),
})

function stateOf(finishedAt: Date | null, cancelledAt: Date | null) {
  if (cancelledAt !== null) return 'CANCELLED' as const
  return finishedAt === null ? ('RUNNING' as const) : ('FINISHED' as const)
}

const product = and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId))

type Row = Awaited<ReturnType<typeof lettersOf>>[number]
type CaseOfLetter = NonNullable<Row['kase']>

async function lettersOf({ actor, tx }: Reading, { orgId, id }: Batch) {
  const rows = await tx
    .select({
      letter: letters,
      isVisible: sql<boolean>`${visibleTo(actor)}`,
      kase: { id: cases.id, number: cases.number, name: clients.maskedName, product: creditorProducts.brand },
    })
    .from(letters)
    .innerJoin(cases, and(eq(cases.orgId, letters.orgId), eq(cases.id, letters.caseId)))
    .innerJoin(clients, and(eq(clients.orgId, letters.orgId), eq(clients.id, letters.clientId)))
    .innerJoin(creditorProducts, product)
    .where(and(eq(letters.orgId, orgId), eq(letters.batchId, id)))
    .orderBy(asc(letters.position))
  return rows.map(({ letter, isVisible, kase }) => ({ letter, kase: isVisible ? kase : null }))
}
