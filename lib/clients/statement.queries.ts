import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { statements } from '@/db/schema'
import { query, type Reading } from '@/lib/core/query'
import { toText } from '@/lib/platform/money'
import { readClient } from './scope.queries'

/** Every version of a client's financial statement, newest first, whole; amounts CNY a month as text. */
export const listStatements = query({
  name: 'statement.list',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(reading, { clientId }) {
    await readClient(reading, clientId, 'statements')
    return { statements: await statementsOf(reading, clientId) }
  },
})

export async function statementsOf({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, clientId: string) {
  const rows = await tx
    .select()
    .from(statements)
    .where(and(eq(statements.orgId, actor.organisationId), eq(statements.clientId, clientId)))
    .orderBy(desc(statements.number))
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    asOf: row.asOf,
    lines: row.lines,
    income: toText(row.income),
    fixed: toText(row.fixed),
    flexible: toText(row.flexible),
    reserve: toText(row.reserve),
    disposable: toText(row.disposable),
    source: row.source,
    createdAt: row.createdAt.toISOString(),
  }))
}

export type StatementView = Awaited<ReturnType<typeof statementsOf>>[number]
