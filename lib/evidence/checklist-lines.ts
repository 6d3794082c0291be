import type { ChecklistLineText } from '@/db/schema'
import type { HardshipType } from '@/db/vocabulary'
import type { ChecklistRule } from './checklist'

/** The rules of one checklist as the lines an office reads and writes, in their order. */
export function linesOf(rules: readonly ChecklistRule[]): ChecklistLineText[] {
  const lines = new Map<string, ChecklistLineText>()
  for (const { group, evidenceCode, required, months } of [...rules].sort((a, b) => (a.group < b.group ? -1 : 1))) {
    const line = lines.get(group) ?? { options: [], required, months }
    lines.set(group, { ...line, options: [...line.options, evidenceCode] })
  }
  return [...lines.values()]
}

/** Lines as rules: alternatives share a group, whose number keeps the order of the lines. */
export const rulesOf = (hardship: HardshipType | null, lines: readonly ChecklistLineText[]): ChecklistRule[] =>
  lines.flatMap(({ options, required, months }, index) =>
    options.map((evidenceCode) => ({
      ...{ hardship, evidenceCode, required, months },
      group: `${String(index + 1).padStart(2, '0')} ${options.join('+')}`,
    })),
  )

/** Alternatives that stand twice on one line, or the same line twice: the first line at fault, counted from 0. */
export function repeatedLine(lines: readonly ChecklistLineText[]): number | undefined {
  const keys = lines.map(({ options }) => [...options].sort().join('+'))
  const at = lines.findIndex(
    ({ options }, index) => new Set(options).size < options.length || keys.indexOf(keys[index] ?? '') < index,
  )
  return at === -1 ? undefined : at
}
