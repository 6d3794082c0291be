/** The facts of a loan note that a counsellor looks up before judging it (SP-04), in the order of the app's bill page. */
export const debtFacts = [
  'contractNumber',
  'contractLender',
  'originalAmount',
  'dailyPercent',
  'startedOn',
  'endsOn',
  'totalPeriods',
  'remainingPeriods',
  'nextDueOn',
] as const
export type DebtFact = (typeof debtFacts)[number]

type Known = Record<DebtFact, unknown>

const isKnown = (value: unknown) => value !== null && value !== undefined && value !== ''

/** How much of a loan note is known, as `known` out of `of`, and which facts are missing. */
export function completeness(debt: Known): { known: number; of: number; missing: DebtFact[] } {
  const missing = debtFacts.filter((fact) => !isKnown(debt[fact]))
  return { known: debtFacts.length - missing.length, of: debtFacts.length, missing }
}
