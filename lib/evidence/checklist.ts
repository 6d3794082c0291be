import type { EvidenceStatus, HardshipType } from '@/db/vocabulary'
import { type Covered, monthsCovered } from './coverage'

/** One row per alternative; rows with the same hardship and group are one line of the checklist. */
export type ChecklistRule = {
  hardship: HardshipType | null
  group: string
  evidenceCode: string
  required: boolean
  months: number | null
}
export type ChecklistItem = Covered & { code: string; status: EvidenceStatus }

/** `short`: something is here, and together it covers fewer months than the line asks for. */
type LineState = 'missing' | 'requested' | 'short' | 'received' | 'verified'
export type ChecklistLine = {
  hardship: HardshipType | null
  group: string
  /** Codes of which one is enough. */
  options: string[]
  required: boolean
  state: LineState
  /** Whole months asked for, and covered by what was verified or received; null where time does not matter. */
  months: { wanted: number; covered: number } | null
}

/** The checklist that follows from a client's causes of hardship (SE-10): what is always asked for, then what each cause needs. */
export function checklist(
  rules: readonly ChecklistRule[],
  hardships: readonly HardshipType[],
  { items, requested }: { items: readonly ChecklistItem[]; requested: readonly string[] },
): ChecklistLine[] {
  const asked = rules.filter(({ hardship }) => hardship === null || hardships.includes(hardship))
  return grouped(asked).map((alternatives) => lineOf(alternatives, items, requested))
}

/** How many required lines are verified; a line of alternatives counts one (factor F-12). */
export function completenessOf(lines: readonly ChecklistLine[]): { required: number; verified: number; received: number } {
  const required = lines.filter((line) => line.required)
  const verified = required.filter((line) => line.state === 'verified').length
  const received = required.filter((line) => line.state === 'received').length
  return { required: required.length, verified, received: verified + received }
}

/** Alternatives of one line beside each other, in the order of the rules; always-lines first. */
function grouped(rules: readonly ChecklistRule[]): ChecklistRule[][] {
  const groups = new Map<string, ChecklistRule[]>()
  for (const rule of [...rules].sort((a, b) => rank(a) - rank(b))) {
    const key = `${rule.hardship ?? ''}/${rule.group}`
    groups.set(key, [...(groups.get(key) ?? []), rule])
  }
  return [...groups.values()]
}

const rank = ({ hardship, required }: ChecklistRule) => (hardship === null ? 0 : 2) + (required ? 0 : 1)

function lineOf(rules: ChecklistRule[], items: readonly ChecklistItem[], requested: readonly string[]): ChecklistLine {
  const options = rules.map((rule) => rule.evidenceCode)
  const mine = items.filter((item) => options.includes(item.code))
  const [rule] = rules
  const wanted = rule?.months ?? null
  return {
    hardship: rule?.hardship ?? null,
    group: rule?.group ?? '',
    options,
    required: rule?.required ?? false,
    state: stateOf(mine, { wanted, isRequested: options.some((code) => requested.includes(code)) }),
    months: wanted === null ? null : { wanted, covered: monthsCovered(inState(mine, ...here)) },
  }
}

const here = ['VERIFIED', 'RECEIVED'] as const
const inState = (items: readonly ChecklistItem[], ...states: readonly EvidenceStatus[]) =>
  items.filter(({ status }) => states.includes(status))

/** Papers of one line prove together; where time matters they do so only once they cover all of it. */
function stateOf(items: readonly ChecklistItem[], { wanted, isRequested }: { wanted: number | null; isRequested: boolean }) {
  const proves = (...states: readonly EvidenceStatus[]) => {
    const papers = inState(items, ...states)
    return papers.length > 0 && (wanted === null || monthsCovered(papers) >= wanted)
  }
  const wins: readonly [boolean, LineState][] = [
    [proves('VERIFIED'), 'verified'],
    [proves(...here), 'received'],
    [inState(items, ...here).length > 0, 'short'],
    [isRequested || inState(items, 'REQUESTED').length > 0, 'requested'],
  ]
  return wins.find(([is]) => is)?.[1] ?? 'missing'
}
