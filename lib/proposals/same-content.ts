import type { Plan, ReliefLine } from '@/db/schema/proposals'
import { isAsAsked } from '@/lib/decisions/same-reliefs'

type Kept = { letterHash: string }
type Line = { debtId: string; reliefs: ReliefLine[]; treatment: string; after: Plan }

/**
 * Whether a version worked out again says what it said: the letter to the byte, and for each loan note what is asked and the
 * schedule that follows. A letter adds several notes up by the month, so that it alone would not show money moved between them.
 */
export const isUnchanged = (before: Kept, now: Kept & { worked: { lines: readonly Line[] } }, kept: readonly Line[]): boolean =>
  now.letterHash === before.letterHash &&
  now.worked.lines.length === kept.length &&
  now.worked.lines.every((line) => kept.some((one) => isSameLine(line, one)))

const isSameLine = (a: Line, b: Line) =>
  a.debtId === b.debtId && a.treatment === b.treatment && isAsAsked(a.reliefs, b.reliefs) && scheduleOf(a) === scheduleOf(b)

const scheduleOf = ({ after: { rows } }: Line) =>
  rows.map(({ due, principal, interest, fees, payment }) => [due, principal, interest, fees, payment].join()).join(';')
