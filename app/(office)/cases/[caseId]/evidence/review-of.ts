import type { EvidenceStatus } from '@/db/vocabulary'

const others = [
  ['REJECTED', 'reject'],
  ['EXPIRED', 'expire'],
] as const

const first = { label: 'review', hint: null, results: [['VERIFIED', 'verify'], ...others] } as const
const second = { label: 'reviewAgain', hint: 'reviewAgainHint', results: [['VERIFIED', 'stillRight'], ...others] } as const

/** What can be said of a document, in which words: one found right may turn out false or run out, and gets a second look. */
export const reviewOf = (status: EvidenceStatus) => (status === 'VERIFIED' ? second : first)
