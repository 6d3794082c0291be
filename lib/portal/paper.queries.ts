import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, evidence } from '@/db/schema'
import { logAccess } from '@/lib/core/access-log'
import { query } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { expectMay } from './delegated.queries'

/** The lender's written confirmation of one of the client's agreements: where its file is kept. Leaves a line in the access log. */
export const paper = query({
  name: 'portal.file',
  input: z.strictObject({ agreementId: z.uuid() }),
  async run({ actor, tx, now }, { agreementId }) {
    await expectMay({ actor, tx, now }, 'READ')
    const [row] = await tx
      .select({ id: evidence.id, hash: evidence.fileHash, name: evidence.fileName, kind: evidence.fileType })
      .from(agreements)
      .innerJoin(evidence, and(eq(evidence.orgId, agreements.orgId), eq(evidence.id, agreements.writtenConfirmationId)))
      .where(and(eq(agreements.orgId, actor.organisationId), eq(agreements.id, agreementId)))
    const { id, hash, name, kind } = found(row)
    await logAccess(tx, { actor, now }, { kind: 'download', what: 'agreement.paper', object: id, clientId: actor.clientId })
    return { hash: found(hash ?? undefined), name, kind }
  },
})
