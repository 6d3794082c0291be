import { z } from 'zod'
import type { ReliefLine } from '@/db/schema/proposals'
import { treatments } from '@/db/vocabulary'
import { reliefInput } from '@/lib/relief/quote-input'

/** Reliefs of one loan note as they are sent in: one of a type at most, and one that sets the number of instalments. */
export const reliefLines = z
  .array(reliefInput)
  .max(16)
  .superRefine((lines, context) => {
    const types = lines.map((line) => line.type)
    if (new Set(types).size < types.length) context.addIssue({ code: 'custom', message: 'relief_twice' })
    if (types.includes('TERM_EXTENSION') && types.includes('INSTALMENT_PLAN'))
      context.addIssue({ code: 'custom', message: 'reliefs_conflict' })
  })
  .transform((lines) => lines.map(stored))

/** What is asked for each loan note; each of them at most once. */
export const askedLines = z
  .array(z.strictObject({ debtId: z.uuid(), reliefs: reliefLines, treatment: z.enum(treatments).default('FIRST_INSTALMENT') }))
  .max(20)
  .refine((lines) => new Set(lines.map((line) => line.debtId)).size === lines.length, 'debt_twice')

/** A relief with nothing but its parameters, as it is kept: counts are numbers, everything else is text. */
function stored({ type, ...params }: z.output<typeof reliefInput>): ReliefLine {
  const kept = Object.entries(params).flatMap(([name, value]) => {
    const plain = plainValue(name, value)
    return plain === undefined ? [] : [[name, plain] as const]
  })
  return { type, ...Object.fromEntries(kept) }
}

const counts: ReadonlySet<string> = new Set(['toPeriods', 'periods', 'dueDay'])

function plainValue(name: string, value: unknown): string | number | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return undefined
  return counts.has(name) ? value : String(value)
}
