import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { evidence } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { isPaperFor, type PaperCode } from './paper'
import type { Agreement } from './scope.queries'

/**
 * The file behind the lender's confirmation or the client's receipt: this client's own, of exactly that kind, and in hand.
 * @throws Refusal `invalid` {evidenceId: choice | paper_kind | not_current}
 */
export async function expectPaper(
  { tx }: Pick<Reading, 'tx'>,
  agreement: Agreement,
  { evidenceId, code }: { evidenceId: string; code: PaperCode },
) {
  const [file] = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.orgId, agreement.orgId), eq(evidence.id, evidenceId), eq(evidence.clientId, agreement.clientId)))
  const fault = file === undefined ? 'choice' : file.code !== code ? 'paper_kind' : 'not_current'
  if (file === undefined || !isPaperFor(file, { caseId: agreement.caseId, code }))
    throw new Refusal('invalid', { fields: { evidenceId: [fault] } })
}

/** A file of this client that was not turned down, such as the picture of a payment. @throws Refusal `invalid` */
export async function expectFile({ tx }: Pick<Reading, 'tx'>, { orgId, clientId }: Agreement, evidenceId: string) {
  const [file] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        ...[eq(evidence.orgId, orgId), eq(evidence.id, evidenceId), eq(evidence.clientId, clientId)],
        ...[isNotNull(evidence.fileHash), ne(evidence.status, 'REJECTED')],
      ),
    )
  if (file === undefined) throw new Refusal('invalid', { fields: { evidenceId: ['choice'] } })
}
