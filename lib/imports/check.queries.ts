import { z } from 'zod'
import { logAccess } from '@/lib/core/access-log'
import { basicConsentEnded } from '@/lib/core/basic-consent.queries'
import { query, type Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { groundOf } from './ground.queries'
import { rowsInput } from './input'
import { hasNote, onFile, takenIn } from './on-file.queries'
import { type Ground, resolve } from './resolve'
import { faultAt, type ImportedRow, type RowFault, readRow } from './row'
import { type OnFile, samePerson } from './same-person'

type Expected = { state: 'NEW' | 'JOINS' | 'KNOWN' | 'REFUSED'; faults: RowFault[] }

/**
 * What would become of these rows, without taking anything in: `NEW` makes a client, `JOINS` belongs to one on file, `KNOWN`
 * is here already, `REFUSED` has something wrong. Looks for the same people, so it leaves a line in the access log.
 */
export const checkRows = query({
  name: 'import.check',
  input: z.strictObject({ rows: rowsInput(500) }),
  async run(reading, { rows }) {
    await logAccess(reading.tx, reading, { kind: 'view', what: 'client.duplicates' })
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const ground = await groundOf(reading)
    const read = rows.map(({ line, values }) => ({ line, ...placed(readRow(values, today), ground) }))
    const fitting = read.flatMap((one) => ('row' in one ? [one.row] : []))
    const [people, seen] = [await onFile(reading, fitting), new Set(await takenIn(reading, fitting))]
    const answers: ({ line: number } & Expected)[] = []
    for (const one of read) {
      const expected = 'faults' in one ? refused(one.faults) : await wouldBe(reading, one.row, { people, seen })
      answers.push({ line: one.line, ...expected })
    }
    return { rows: answers }
  },
})

function placed(read: ReturnType<typeof readRow>, ground: Ground): { row: ImportedRow } | { faults: RowFault[] } {
  if ('faults' in read) return read
  const place = resolve(read.row, ground)
  return 'faults' in place ? place : read
}

type Known = { people: readonly OnFile[]; seen: Set<string> }

/** Of two rows that say the same the second is known as soon as the first was seen. */
async function wouldBe(reading: Reading, row: ImportedRow, { people, seen }: Known): Promise<Expected> {
  const person = samePerson(row, people)
  if (seen.has(row.fingerprint)) return { state: 'KNOWN', faults: [] }
  if ('fault' in person) return refused([person])
  seen.add(row.fingerprint)
  if (person.id === undefined) return { state: 'NEW', faults: [] }
  if (await hasNote(reading, person.id, row.debt.contractNumber)) return { state: 'KNOWN', faults: [] }
  const isAtRest = (await basicConsentEnded(reading, person.id)) !== null
  return isAtRest ? refused([faultAt('', 'consent_withdrawn')]) : { state: 'JOINS', faults: [] }
}

const refused = (faults: RowFault[]): Expected => ({ state: 'REFUSED', faults })
