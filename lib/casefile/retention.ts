import type { SensitiveClass } from '@/db/vocabulary'

/** How long a record is kept, and why: one class per record (SE-17). */
export const retentionClasses = ['CASE', 'AGREEMENT', 'SENSITIVE', 'PROOF', 'CHAIN'] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** The parts of a case file, in the order they are shown. */
export const recordKinds = [
  'debts',
  'statements',
  'hardships',
  'evidence',
  'requests',
  'proposals',
  'decisions',
  'agreements',
  'payments',
  'contacts',
  'letters',
  'bundles',
  'verifications',
  'consents',
  'authorisations',
  'history',
] as const
export type RecordKind = (typeof recordKinds)[number]

/**
 * The class of each kind of record. Sensitive evidence goes as soon as its purpose is reached [PIPL 19, 47]; what proves
 * that sharing was lawful stays with the proof; claims under an agreement end three years after they fall due [民法典总则 188].
 */
export const retentionOf: Record<RecordKind, RetentionClass> = {
  debts: 'CASE',
  statements: 'CASE',
  hardships: 'SENSITIVE',
  evidence: 'CASE',
  requests: 'CASE',
  proposals: 'CASE',
  decisions: 'CASE',
  agreements: 'AGREEMENT',
  payments: 'AGREEMENT',
  contacts: 'CASE',
  letters: 'CASE',
  bundles: 'PROOF',
  verifications: 'CASE',
  consents: 'PROOF',
  authorisations: 'PROOF',
  history: 'CHAIN',
}

const agreementPapers: ReadonlySet<string> = new Set(['LENDER_PLAN', 'SIGNED_RECEIPT', 'WRITTEN_CONFIRMATION'])

/** The class of one piece of evidence: by how sensitive it is, then by what it proves. */
export function retentionOfEvidence({ code, sensitive }: { code: string; sensitive: SensitiveClass }): RetentionClass {
  if (sensitive !== 'NONE') return 'SENSITIVE'
  if (code === 'AUTHORITY_LETTER') return 'PROOF'
  return agreementPapers.has(code) ? 'AGREEMENT' : retentionOf.evidence
}
