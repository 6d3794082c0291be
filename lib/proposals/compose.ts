import type { Locale } from '@/db/vocabulary'
import { keepLetter } from './frozen-letter'
import { letterFactsOf } from './letter-facts'
import type { ProposalSource } from './letter-source'
import { surplusOf } from './surplus'
import type { Wording } from './wording.queries'
import { type AskedLine, workOut } from './work-out'

/** What a version says: its lines, and what its letter adds in words. */
export type Content = { number: number; lines: readonly AskedLine[]; letterLocale: Locale; sourceOfFunds: string }

/** Works a version out and writes its letter in a wording, both as of the day the letter bears. */
export function compose(
  source: ProposalSource,
  { number, lines, letterLocale, sourceOfFunds }: Content,
  { day, template }: Wording,
) {
  const surplus = surplusOf(source)
  const worked = workOut(source.sheets, inOrder(source, lines), { surplus, from: day })
  const facts = letterFactsOf({ ...source, today: day }, worked, { number, locale: letterLocale, sourceOfFunds })
  return { worked, ...keepLetter(facts, letterLocale, template) }
}

/** Loan notes in the order of the case, however they were asked for: the same letter has the same words and the same hash. */
const inOrder = ({ sheets }: ProposalSource, lines: readonly AskedLine[]) => {
  const place = ({ debtId }: AskedLine) => sheets.findIndex((sheet) => sheet.debtId === debtId)
  return lines.toSorted((a, b) => place(a) - place(b))
}
