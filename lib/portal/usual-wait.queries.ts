import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { CaseStage } from '@/db/vocabulary'
import type { Reading } from '@/lib/core/query'

/** Days from sending to the answer, of eight in ten of this office's own proposals to the same creditor. */
export type UsualWait = { low: number; high: number }

/** So many people have to stand behind a range before it is told. */
const least = 20
const waiting: ReadonlySet<CaseStage> = new Set(['SUBMITTED', 'INFO_REQUESTED', 'COUNTERED'])

/** For each case that waits for its creditor, how long that usually takes; null where too few have waited before. */
export async function waitsFor(reading: Reading, cases: readonly { stage: CaseStage; creditorId: string }[]) {
  const waits: (UsualWait | null)[] = []
  for (const { stage, creditorId } of cases) waits.push(waiting.has(stage) ? await usualWait(reading, creditorId) : null)
  return waits
}

async function usualWait({ tx }: Reading, creditorId: string): Promise<UsualWait | null> {
  const { rows } = await tx.execute(sql`select low, high from usual_answer_days(${creditorId}, ${least})`)
  return z.array(z.object({ low: z.int(), high: z.int() })).parse(rows)[0] ?? null
}
