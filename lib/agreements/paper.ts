import type { EvidenceStatus } from '@/db/vocabulary'

/** The two papers an agreement rests on: the lender's confirmation (SE-15) and the client's receipt (SE-14). */
export type PaperCode = 'WRITTEN_CONFIRMATION' | 'SIGNED_RECEIPT'

type File = { code: string; status: EvidenceStatus; fileHash: string | null; caseId: string | null }

/** Whether a file can be that paper for an agreement of this case: of the kind, here, and not turned down or out of date. */
export const isPaperFor = (file: File, { caseId, code }: { caseId: string; code: PaperCode }): boolean =>
  file.code === code && file.fileHash !== null && inHand.has(file.status) && (file.caseId === null || file.caseId === caseId)

const inHand: ReadonlySet<EvidenceStatus> = new Set(['RECEIVED', 'VERIFIED'])
