import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, messages } from '@/db/schema'
import { logAccess } from '@/lib/core/access-log'
import { query } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { expectMay } from '@/lib/portal/delegated.queries'

/** The file that came along with one of the client's own messages: where it is kept. Leaves a line in the access log. */
export const attachment = query({
  name: 'portal.attachment',
  input: z.strictObject({ messageId: z.uuid() }),
  async run(reading, { messageId }) {
    await expectMay(reading, 'MESSAGE')
    const { actor, tx } = reading
    const [row] = await tx
      .select({ id: evidence.id, hash: evidence.fileHash, name: evidence.fileName, kind: evidence.fileType })
      .from(messages)
      .innerJoin(evidence, and(eq(evidence.orgId, messages.orgId), eq(evidence.id, messages.evidenceId)))
      .where(and(eq(messages.orgId, actor.organisationId), eq(messages.id, messageId)))
    const { id, hash, name, kind } = found(row)
    await logAccess(tx, reading, { kind: 'download', what: 'message.file', object: id, clientId: actor.clientId })
    return { hash: found(hash ?? undefined), name, kind }
  },
})
