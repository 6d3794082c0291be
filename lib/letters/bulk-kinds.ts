import type { LetterKind } from '@/db/vocabulary'

/**
 * What may be written for many cases at once: what one asks of many creditors or tells many clients alike. Requests are one
 * client's own, and complaints never: one complaint is about one documented breach (domain.md 3.8).
 */
export const bulkKinds = [
  'REMINDER',
  'CONFIRMATION_REQUEST',
  'DOCUMENT_REQUEST',
  'PLAN_REMINDER',
] as const satisfies readonly LetterKind[]
export type BulkKind = (typeof bulkKinds)[number]

/** As many cases as one batch takes. */
export const mostInBatch = 200

/** How the archive of a batch may be had. */
export const batchFormats = ['pdf', 'docx', 'both'] as const
export type BatchFormat = (typeof batchFormats)[number]

/** The endings of the files in each. */
export const endingsOf: Record<BatchFormat, readonly ('pdf' | 'docx')[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  both: ['pdf', 'docx'],
}
