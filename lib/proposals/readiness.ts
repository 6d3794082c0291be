import type { GuardName } from '@/lib/cases/guards'
import type { QuoteWarning } from '@/lib/relief/warnings'

/** What has to stand before a version goes out, in the order a person would supply it. */
export const sendingNeeds = [
  'lines',
  'leftOut',
  'longerTerm',
  'lowerInstalment',
  'lowerRate',
  'somethingWaived',
  'dayToCome',
  'hardship',
  'statement',
  'letter',
  'sourceOfFunds',
  'whatChanged',
  'overAffordableReason',
  'limitation',
  'supervisorCheck',
  'clientApproval',
  'truth',
  'basicConsent',
  'contactConsent',
  'shareConsent',
  'healthConsent',
  'authority',
] as const
export type SendingNeed = (typeof sendingNeeds)[number]

export type Standing = {
  lines: number
  /** Loan notes with something overdue of which nothing is asked. */
  leftOut: number
  /** What the quote of its lines warns of. */
  warnings: readonly QuoteWarning[]
  /** Something is asked for a day that is over, or the request holds only until one. */
  asksForPastDay: boolean
  hardship: boolean
  statement: boolean
  /** Faults of the letter: gaps, promise words, a law that does not hold for this debt. */
  letterFaults: number
  /** A lump sum is asked for, and where it comes from. */
  needsFunds: boolean
  sourceOfFunds: string
  /** The last version was refused or never answered (FB-07). */
  wasRefused: boolean
  whatChanged: string
  /** Null without a statement. */
  fits: boolean | null
  overAffordableReason: string
  limitationAnswered: boolean
  supervisorChecks: boolean
  checked: boolean
  approved: boolean
  truthDeclared: boolean
  /** The client lets us use their data at all; lets us contact a lender for them, lets us hand documents to this one, and signed the authority letter. */
  mayWork: boolean
  mayContact: boolean
  mayShare: boolean
  /** The letter speaks of somebody's health, and the client has not agreed, on its own, to our using sensitive information [PIPL 29]. */
  tellsHealthUnasked: boolean
  hasAuthority: boolean
}

/** What is still missing before this version may be sent; empty when it may. */
export const lackingOf = (standing: Standing): SendingNeed[] => sendingNeeds.filter((need) => isMissing[need](standing))

const warned =
  (code: QuoteWarning) =>
  ({ warnings }: Standing) =>
    warnings.includes(code)

const isMissing: Record<SendingNeed, (standing: Standing) => boolean> = {
  lines: ({ lines }) => lines === 0,
  leftOut: ({ lines, leftOut }) => lines > 0 && leftOut > 0,
  longerTerm: warned('TERM_NOT_LONGER'),
  lowerInstalment: warned('INSTALMENT_NOT_LOWER'),
  lowerRate: warned('RATE_NOT_LOWER'),
  somethingWaived: warned('NOTHING_TO_WAIVE'),
  dayToCome: ({ asksForPastDay }) => asksForPastDay,
  hardship: ({ hardship }) => !hardship,
  statement: ({ statement }) => !statement,
  letter: ({ letterFaults }) => letterFaults > 0,
  sourceOfFunds: ({ needsFunds, sourceOfFunds }) => needsFunds && sourceOfFunds === '',
  whatChanged: ({ wasRefused, whatChanged }) => wasRefused && whatChanged === '',
  overAffordableReason: ({ fits, overAffordableReason }) => fits === false && overAffordableReason === '',
  limitation: ({ limitationAnswered }) => !limitationAnswered,
  supervisorCheck: ({ supervisorChecks, checked }) => supervisorChecks && !checked,
  clientApproval: ({ approved }) => !approved,
  truth: ({ truthDeclared }) => !truthDeclared,
  basicConsent: ({ mayWork }) => !mayWork,
  contactConsent: ({ mayWork, mayContact }) => mayWork && !mayContact,
  shareConsent: ({ mayWork, mayShare }) => mayWork && !mayShare,
  healthConsent: ({ mayWork, tellsHealthUnasked }) => mayWork && tellsHealthUnasked,
  authority: ({ hasAuthority }) => !hasAuthority,
}

/** Needs of a request that makes no sense as it stands: a draft may be kept so, nobody else gets to see it. */
export const senseNeeds = ['longerTerm', 'lowerInstalment', 'lowerRate', 'somethingWaived', 'dayToCome'] as const

/** Needs that a field of the version supplies. */
export const wordNeeds = ['sourceOfFunds', 'whatChanged', 'overAffordableReason'] as const

/** The guard of the case's next stage that stands for a need of the file. */
export const guardOf: Partial<Record<SendingNeed, GuardName>> = {
  lines: 'version',
  leftOut: 'version',
  hardship: 'hardship',
  statement: 'statement',
  limitation: 'limitation',
  supervisorCheck: 'supervisorCheck',
  clientApproval: 'clientApproval',
  truth: 'truth',
  authority: 'authorisation',
  basicConsent: 'consent',
}

/** Needs that only the sending itself asks for; a client can be asked to confirm without them. */
export const onlyForSending: ReadonlySet<SendingNeed> = new Set([
  'clientApproval',
  'truth',
  'contactConsent',
  'shareConsent',
  'healthConsent',
  'authority',
])

/** What only the client can give, each on its own. */
export const consentNeeds = ['basicConsent', 'contactConsent', 'shareConsent', 'healthConsent'] as const
