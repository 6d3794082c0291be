import type { ConsentChannel, Locale } from '@/db/vocabulary'
import type { Paper } from '@/lib/platform/paper'
import type { PlanFacts } from './facts'
import { referenceOf } from './letter-paper'
import { paperWords } from './paper-words'
import { planTable } from './plan-table'
import { amountText } from './wording'

/** A schedule to print: a proposal's estimate, or the agreed plan. */
export type PlanToPrint = {
  readonly language: Locale
  readonly caseNo: string
  readonly product: string
  readonly lender: string
  readonly contractTail: string
  readonly plan: PlanFacts
  /** An agreed plan is the creditor's word; anything else is an estimate and says so. */
  readonly isAgreed: boolean
  readonly version?: number
  /** What a payment settles first, in a sentence. */
  readonly settles?: string | undefined
}

/** A repayment schedule on pages of its own, its head repeated on each. */
export function planPaper({ language, caseNo, plan, isAgreed, version, settles, ...of }: PlanToPrint): Paper {
  const words = paperWords[language]
  return {
    layout: 'report',
    language,
    title: isAgreed ? words.planTitle : words.schedule,
    reference: referenceOf(caseNo, language, { version }),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [words.planFacts.product, of.product],
          [words.planFacts.lender, of.lender],
          [words.planFacts.contract, of.contractTail],
          [words.planFacts.periods, String(plan.rows.length)],
          [words.planFacts.total, amountText(plan.total)],
          [words.planFacts.interest, amountText(plan.interest)],
          [words.planFacts.last, plan.rows.at(-1)?.due ?? ''],
        ],
      },
      planTable(plan, language, ''),
      ...[isAgreed ? undefined : words.estimate, settles].flatMap((text) => (text ? [{ kind: 'note' as const, text }] : [])),
    ],
  }
}

/**
 * What a client confirmed, when and how. `hash` is the SHA-256 of the confirmed text, `at` a time of the organisation's zone;
 * a paper of the lender's has no version, and how is not known of everything.
 */
export type ReceiptToPrint = {
  readonly language: Locale
  readonly caseNo: string
  readonly client: string
  readonly organisation: string
  readonly document: string
  readonly version: number | null
  readonly hash: string
  readonly at: string
  readonly method: ConsentChannel | null
  /** As it is kept, such as `WeChat · iPhone`; empty where that is not known. */
  readonly device: string
}

/** The client's record of a confirmation; it says itself that it is no notarised signature. */
export function receiptPaper({ language, caseNo, version, hash, ...receipt }: ReceiptToPrint): Paper {
  const words = paperWords[language]
  const labels = words.receiptFacts
  const reference = referenceOf(caseNo, language, { ...(version !== null && { version }), hash })
  return {
    layout: 'report',
    language,
    title: words.receiptTitle,
    reference,
    blocks: [
      { kind: 'paragraph', text: words.receiptSaid },
      {
        kind: 'facts',
        rows: [
          [labels.reference, reference],
          [labels.client, receipt.client],
          [labels.document, receipt.document],
          ...(version === null ? [] : [[labels.version, words.version(version)] as const]),
          [labels.hash, grouped(hash)],
          [labels.at, receipt.at],
          ...(receipt.method === null ? [] : [[labels.method, words.receiptMethods[receipt.method]] as const]),
          ...(receipt.device === '' ? [] : [[labels.device, deviceIn(receipt.device, words.receiptDevices)] as const]),
          [labels.organisation, receipt.organisation],
        ],
      },
      { kind: 'note', text: words.receiptNote },
    ],
  }
}

/** By the names that its reader knows; most are the same everywhere. */
const deviceIn = (device: string, names: Readonly<Record<string, string>>): string =>
  device
    .split(' · ')
    .map((name) => names[name] ?? name)
    .join(' · ')

/** In groups of eight, so that people can compare it by eye. */
const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? ''
