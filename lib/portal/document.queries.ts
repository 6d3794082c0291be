import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { statements } from '@/db/schema'
import { query } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { visibleEvidence } from '@/lib/evidence/scope.queries'
import { toText } from '@/lib/platform/money'
import { papersOf } from './papers.queries'

/** A paper that was made of what the client told, line by line, and where it stands. */
export const document = query({
  name: 'portal.document',
  input: z.strictObject({ evidenceId: z.uuid() }),
  async run(reading, { evidenceId }) {
    const item = await visibleEvidence(reading, evidenceId)
    const [statement] = await reading.tx
      .select()
      .from(statements)
      .where(and(eq(statements.orgId, item.orgId), eq(statements.id, found(item.statementId ?? undefined))))
    const { number, asOf, lines, income, reserve, disposable } = found(statement)
    const { standing } = found((await papersOf(reading)).find(({ id }) => id === item.id))
    return {
      ...{ id: item.id, version: item.version, number, asOf, lines },
      ...{ income: toText(income), reserve: toText(reserve), disposable: toText(disposable) },
      standing,
    }
  },
})
