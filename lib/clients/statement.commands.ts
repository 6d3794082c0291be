import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { statements } from '@/db/schema'
import { reviewAgreements } from '@/lib/agreements/review.commands'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { amount, civilDay, line } from '@/lib/platform/fields'
import { toText } from '@/lib/platform/money'
import { lockClient } from './scope.queries'
import { statementCategories, statementKinds, summarise } from './statement'

const statementLine = z
  .strictObject({
    kind: z.enum(statementKinds),
    category: z.string().max(30),
    amount,
    note: line(200).optional(),
  })
  .refine(({ kind, category }) => statementCategories[kind].some((known) => known === category), {
    path: ['category'],
    message: 'choice',
  })

/**
 * Saves a financial statement as a new version; nothing is ever changed in an old one (SP-05). All amounts CNY a month.
 * `basedOn` is the number of the version that was on the screen (0 where there was none): somebody else's newer one is a
 * conflict, not overwritten.
 * @throws Refusal `rule` {why: consent_withdrawn} · `conflict` · `invalid` {asOf: in_future}
 */
export const saveStatement = command({
  name: 'statement.save',
  input: z.strictObject({
    clientId: z.uuid(),
    asOf: civilDay,
    lines: z.array(statementLine).min(1, 'required').max(60),
    reserve: amount,
    basedOn: z.int().min(0).optional(),
  }),
  async run(work, { clientId, asOf, lines, reserve, basedOn }) {
    const { actor, tx, now, audit } = work
    if (asOf > civilDateIn(now, actor.timeZone)) throw new Refusal('invalid', { fields: { asOf: ['in_future'] } })
    await lockClient(work, clientId)
    const last = await lastNumber(work, clientId)
    if (basedOn !== undefined && basedOn !== last) throw new Refusal('conflict', { current: last })
    const number = last + 1
    const { income, fixed, flexible, disposable } = summarise(lines, reserve)
    const id = randomUUID()
    await tx.insert(statements).values({
      ...{ orgId: actor.organisationId, id, clientId, number, asOf, income, fixed, flexible, reserve, disposable },
      lines: lines.map(({ amount: value, ...rest }) => ({ ...rest, amount: toText(value) })),
      source: actor.kind === 'client' ? 'CLIENT' : 'COUNSELLOR',
      createdBy: actor.id,
      createdAt: now,
    })
    audit({ type: 'statement.saved', clientId, number, disposable: toText(disposable) })
    await reviewAgreements(work, clientId)
    return { id, number, disposable: toText(disposable) }
  },
})

async function lastNumber({ actor, tx }: Work, clientId: string) {
  const [last] = await tx
    .select({ number: statements.number })
    .from(statements)
    .where(and(eq(statements.orgId, actor.organisationId), eq(statements.clientId, clientId)))
    .orderBy(desc(statements.number))
    .limit(1)
  return last?.number ?? 0
}
