import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { locales } from '@/db/vocabulary'
import { contextOf } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { Refusal } from '@/lib/core/refusal'
import type { Made, Running } from '@/lib/jobs/runner'
import { civilDateIn } from '@/lib/platform/dates'
import { reportFile, reportFormats } from './file'
import { reportInput, whatLeaves } from './queries'

/** What is asked for when a report is prepared: the report, its filter, and the file. */
export const preparedInput = reportInput.safeExtend({
  format: z.enum(reportFormats),
  locale: z.enum(locales).default('zh-CN'),
})

/** Figures read, file written. */
export const preparedSteps = 2

/** Makes a report as it may leave the team, with as much time as it needs, and what who asked may see by now. */
export async function makeReport({ spec, actor, now, advance }: Running): Promise<Made> {
  if (!mayAsk(actor, 'report.export')) throw new Refusal('forbidden')
  const { format, locale, ...asked } = preparedInput.parse(spec)
  const table = await inTransaction({ ...contextOf(actor), patient: true }, (tx) => whatLeaves({ actor, tx, now }, asked))
  await advance()
  const { chunks, name, type } = reportFile(table, format, { locale, made: now, madeBy: actor.name })
  const bytes = await gathered(chunks)
  await advance()
  return { name: `${name}-${civilDateIn(now, actor.timeZone)}.${format}`, type, bytes, locale }
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
