import type { EvidenceStatus, LetterKind, SensitiveClass } from '@/db/vocabulary'

/** Why a paper does not go with a letter, the plainest first: what is not needed is not asked about any further. */
export const barriers = [
  'NOT_NEEDED',
  'EXPIRED',
  'NOT_VERIFIED',
  'NOT_CONFIRMED',
  'SHARE_CONSENT',
  'SENSITIVE_CONSENT',
  'SENSITIVE_GRANT',
] as const
export type Barrier = (typeof barriers)[number]

/** Lists a letter may draw on: what the office asks for the client's hardship, what it asks of everybody, what the creditor asked for. */
export type PaperList = 'HARDSHIP' | 'EVERYBODY' | 'ASKED'

type Belonging = { readonly codes: readonly string[]; readonly lists: readonly PaperList[] }

const nothing: Belonging = { codes: [], lists: [] }
const income = ['INCOME_PROOF', 'PAYSLIP']
const household = [...income, 'BANK_STATEMENT', 'EXPENSE_DETAIL']
/** What a creditor needs to judge a request: who asks, from what, on whose behalf, and why (domain.md 2.4). */
const request: Belonging = {
  codes: [...household, 'ID_CARD', 'AUTHORITY_LETTER', 'ASSET_PROOF', 'BILL_SNAPSHOT', 'OTHER_LOAN_CONTRACT'],
  lists: ['HARDSHIP', 'EVERYBODY'],
}

/**
 * Which papers each letter needs; nobody is given more [PIPL 6]. Kinds of its own an office has by its checklists, which
 * `lists` draw on.
 */
export const belongings: Record<LetterKind, Belonging> = {
  NEGOTIATION: request,
  HARDSHIP_NOTICE: { codes: ['AUTHORITY_LETTER', 'EXPENSE_DETAIL', ...income], lists: ['HARDSHIP'] },
  TERM_EXTENSION: request,
  LOWER_INSTALMENT: request,
  WAIVER: { codes: [...request.codes, 'PAYMENT_PROOF'], lists: request.lists },
  LUMP_SUM: { codes: [...household, 'ID_CARD', 'AUTHORITY_LETTER', 'ASSET_PROOF'], lists: ['HARDSHIP'] },
  // What shows on which day of the month money comes in.
  DATE_CHANGE: { codes: ['AUTHORITY_LETTER', ...income], lists: [] },
  SUPPLEMENT: { codes: [], lists: ['ASKED'] },
  COUNTER_REPLY: nothing,
  REMINDER: nothing,
  CONFIRMATION_REQUEST: nothing,
  AUTHORITY: nothing,
  TRUTH_DECLARATION: request,
  // Who disputes, what the report says, and what shows that it was otherwise; nothing of means or hardship.
  CREDIT_DISPUTE: {
    codes: ['ID_CARD', 'CREDIT_REPORT', 'PAYMENT_PROOF', 'BILL_SNAPSHOT', 'LENDER_PLAN', 'WRITTEN_CONFIRMATION'],
    lists: [],
  },
  COLLECTION_COMPLAINT: { codes: ['COMM_CHAT', 'COMM_EMAIL', 'OTHER'], lists: [] },
  ADVICE_CONFIRMATION: nothing,
  DOCUMENT_REQUEST: nothing,
  PLAN_REMINDER: nothing,
  PHONE_SCRIPT: nothing,
  CLIENT_SUMMARY: nothing,
}

/** Letters that name papers at all. */
export const namesPapers = (kind: LetterKind): boolean => belongings[kind] !== nothing

/** A file on record as one of the kinds it serves as, how sensitive all of these are, and the state it is in today. */
export type HeldPaper = {
  readonly code: string
  readonly classes: readonly SensitiveClass[]
  readonly status: EvidenceStatus
  /** False where we made it of what the client told and the client has not confirmed it yet. */
  readonly isConfirmed: boolean
}

/** What a case allows today: the lists, the client's consents to this addressee and to sensitive information, the writer's grant. */
export type Ground = {
  readonly kind: LetterKind
  readonly lists: Readonly<Record<PaperList, ReadonlySet<string>>>
  readonly mayShare: boolean
  readonly mayUseSensitive: boolean
  readonly hasGrant: boolean
}

/**
 * What keeps a paper from going with a letter; undefined where it may. Anything handed on takes the client's consent to this
 * addressee [PIPL 23], what is sensitive a separate one on top [PIPL 29], and health the writer's grant for the case.
 */
export const barrierTo = (paper: HeldPaper, ground: Ground): Barrier | undefined =>
  barriers.find((barrier) => stops[barrier](paper, ground))

const stops: Record<Barrier, (paper: HeldPaper, ground: Ground) => boolean> = {
  NOT_NEEDED: ({ code }, { kind, lists }) =>
    !(belongings[kind].codes.includes(code) || belongings[kind].lists.some((list) => lists[list].has(code))),
  EXPIRED: ({ status }) => status === 'EXPIRED',
  NOT_VERIFIED: ({ status }) => status !== 'VERIFIED',
  NOT_CONFIRMED: ({ isConfirmed }) => !isConfirmed,
  SHARE_CONSENT: (_, { mayShare }) => !mayShare,
  SENSITIVE_CONSENT: ({ classes }, { mayUseSensitive }) => classes.some((one) => one !== 'NONE') && !mayUseSensitive,
  SENSITIVE_GRANT: ({ classes }, { hasGrant }) => classes.includes('MEDICAL') && !hasGrant,
}
