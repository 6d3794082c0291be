import { z } from 'zod'
import { decimalText, type Rate } from '@/lib/platform/money'

/** A published money case: what is given, and which figures are wanted to how many decimals ('text': as they are). */
export const moneyCase = z.object({
  id: z.string(),
  category: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  answer: z.record(z.string(), z.union([z.int().min(0).max(40), z.literal('text')])).default({}),
})
export type MoneyCase = z.output<typeof moneyCase>

export const noSolution = { error: 'no real solution' } as const

/** A number as a case writes it: 150, "150.00" or "1.5e3". */
export const decimal = z.union([z.string(), z.number()]).transform(String)

/** The figures a case wants, each taken from what it is called and rounded half-up; names that are not known are left out. */
export function figures({ answer }: MoneyCase, find: (name: string) => Rate | undefined): Record<string, string> {
  const wanted = Object.entries(answer).filter(([name]) => name !== 'error')
  return Object.fromEntries(
    wanted.flatMap(([name, decimals]) => {
      const value = find(name)
      if (value === undefined) return []
      return [[name, decimals === 'text' ? value.toFixed() : decimalText(value, decimals)]]
    }),
  )
}
