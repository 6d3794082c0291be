import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, creditorProducts, hardships, organisations } from '@/db/schema'
import { visibleClient } from '@/lib/clients/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { zero } from '@/lib/platform/money'
import { arrival } from './arrival'
import { parseCard } from './card'
import { factsFor } from './facts.queries'
import { missing, nothingKnown } from './guards'
import { writeStageEvent } from './move.commands'
import { expectOnlyOpen } from './one-open.queries'
import { expectMember } from './people.queries'
import type { Case } from './scope.queries'
import { indexCasesOf } from './search-index.commands'
import { stages } from './stages'

const input = z.strictObject({
  clientId: z.uuid(),
  creditorId: z.uuid(),
  productId: z.uuid(),
  ownerId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  source: z.enum(['SELF', 'SENT']).default('SELF'),
  goal: z.string().trim().max(500).default(''),
})

/**
 * Opens a case of one client with one creditor, numbered within the organisation. Owned by who opens it unless said otherwise.
 * @throws Refusal `rule` {why: 'already_open', caseId, number} · `guard_missing` {missing: ['consent']}
 */
export const openCase = command({
  name: 'case.open',
  input,
  async run(work, { clientId, creditorId, productId, ...given }) {
    const client = await visibleClient(work, clientId)
    const ownerId = given.ownerId ?? work.actor.id
    await expectMember(work, ownerId)
    await expectProduct(work, creditorId, productId)
    const number = await nextNumber(work)
    const kase = await insertCase(work, { ...given, ...number, clientId: client.id, creditorId, productId, ownerId })
    await expectOnlyOpen(work, kase)
    await expectConsent(work, kase)
    await indexCasesOf(work, client.id)
    await writeStageEvent(work, kase, { from: null, to: kase.stage, caseVersion: kase.version })
    work.audit({ type: 'case.opened', caseId: kase.id, clientId: client.id, number: kase.number })
    return { id: kase.id, number: kase.number, version: kase.version, card: parseCard(kase.card) }
  },
})

async function expectProduct({ tx, actor }: Work, creditorId: string, id: string) {
  const [product] = await tx
    .select({ id: creditorProducts.id })
    .from(creditorProducts)
    .where(
      and(
        eq(creditorProducts.orgId, actor.organisationId),
        eq(creditorProducts.id, id),
        eq(creditorProducts.creditorId, creditorId),
      ),
    )
  found(product)
}

/** The organisation's row is the queue: numbers have no gaps. */
async function nextNumber({ tx, actor }: Work) {
  const [row] = await tx
    .update(organisations)
    .set({ lastCaseNumber: sql`${organisations.lastCaseNumber} + 1` })
    .where(eq(organisations.id, actor.organisationId))
    .returning({ serial: organisations.lastCaseNumber })
  const { serial } = found(row)
  return { serial, number: `XS-${String(serial).padStart(4, '0')}` }
}

type Opened = Pick<Case, 'clientId' | 'creditorId' | 'productId' | 'ownerId' | 'serial' | 'number' | 'source' | 'goal'> & {
  teamId?: string | undefined
}

async function insertCase({ tx, actor, now }: Work, opened: Opened): Promise<Case> {
  const start = arrival('INTAKE', nothingKnown, { now, today: civilDateIn(now, actor.timeZone) })
  const [hardship] = await tx
    .select({ type: hardships.type })
    .from(hardships)
    .where(and(eq(hardships.orgId, actor.organisationId), eq(hardships.clientId, opened.clientId), hardships.isPrimary))
    .limit(1)
  const identity = { orgId: actor.organisationId, id: randomUUID(), openedAt: now, owed: zero }
  const [row] = await tx
    .insert(cases)
    .values({ ...identity, ...start, ...opened, hardshipType: hardship?.type ?? null })
    .returning()
  return found(row)
}

async function expectConsent(work: Work, kase: Case) {
  const facts = await factsFor(work, kase, { needs: stages.INTAKE.needs, also: [] })
  const lacking = missing(stages.INTAKE.needs, facts)
  if (lacking.length > 0) throw new Refusal('guard_missing', { missing: lacking, to: 'INTAKE', canOverride: false })
}
