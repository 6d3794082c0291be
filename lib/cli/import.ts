import type { ConsentChannel } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { messages } from '@/lib/i18n/catalogue'
import { checkRows } from '@/lib/imports/check.queries'
import { type ImportField, importFields, isImportField } from '@/lib/imports/columns'
import { startImport, writeRows } from '@/lib/imports/commands'
import { guessMapping, type Mapping, twice, valuesOf } from '@/lib/imports/guess'
import { mostRows, rowsAtOnce, type SentRow } from '@/lib/imports/input'
import { type ReadTable, readTable } from '@/lib/platform/table-read'
import { columns, type Done, Failed } from './line'

export type Asked = {
  fileName: string
  /** `列=field`, separated by commas, over what the titles say. */
  map: string
  fixed: Partial<Record<ImportField, string>>
  consent: ConsentChannel
  isDry: boolean
}

type Row = { line: number; state: string; faults: readonly { field: string; fault: string }[] }

/**
 * `parley import`: the page's own commands on a file, a few rows at a time.
 * @throws Failed with a sentence where the file, or what its columns are taken for, cannot be read
 */
export async function importTable(
  actor: Actor,
  bytes: Uint8Array,
  asked: Asked,
): Promise<Done & { rows: Row[]; table: ReadTable }> {
  const table = await tableOf(bytes)
  const mapping = mappingOf(table.header, asked.map)
  const sent = table.records.map(({ line, cells }) => ({ line, values: { ...asked.fixed, ...valuesOf(cells, mapping) } }))
  const { rows, importId } = asked.isDry ? await checked(actor, sent) : await written(actor, sent, asked)
  const refused = rows.filter(({ state }) => state === 'REFUSED')
  const value = { importId, columns: named(table.header, mapping), ...counted(rows), rows: refused }
  return { ok: refused.length === 0, value, text: told(rows, importId), rows, table }
}

async function tableOf(bytes: Uint8Array): Promise<ReadTable> {
  const read = await readTable(bytes)
  if ('problem' in read) throw new Failed(messages.en.imports.problem[read.problem])
  const { records } = read.table
  if (records.length === 0) throw new Failed(messages.en.imports.problem.empty)
  if (records.length > mostRows) throw new Failed(messages.en.imports.problem.too_many_rows)
  return read.table
}

/** What the titles say, and over it what the caller says: 备注=goal. */
function mappingOf(header: readonly string[], map: string): Mapping {
  const given = map.split(/[,，]/).flatMap((pair) => (pair.trim() === '' ? [] : [pairIn(pair, header)]))
  const taken = new Set(given.map(({ field }) => field))
  const guessed = guessMapping(header).map((field) => (field !== null && taken.has(field) ? null : field))
  const mapping = guessed.map((field, index) => given.find((one) => one.index === index)?.field ?? field)
  const [repeated] = twice(mapping)
  if (repeated !== undefined) throw new Failed(`Two columns are ${repeated}: name one of them in --map.`)
  return mapping
}

function pairIn(pair: string, header: readonly string[]) {
  const [title = '', field = ''] = pair.split('=').map((part) => part.trim())
  const index = header.indexOf(title)
  if (index < 0) throw new Failed(`The file has no column “${title}”. It has: ${header.join(', ')}.`)
  if (!isImportField(field)) throw new Failed(`“${field}” is no field. Fields: ${importFields.join(', ')}.`)
  return { index, field }
}

const checkedAtOnce = 500

async function checked(actor: Actor, sent: readonly SentRow[]) {
  const rows: Row[] = []
  for (let from = 0; from < sent.length; from += checkedAtOnce)
    rows.push(...(await checkRows(actor, { rows: sent.slice(from, from + checkedAtOnce) })).rows)
  return { rows, importId: null }
}

async function written(actor: Actor, sent: readonly SentRow[], { fileName, consent }: Asked) {
  const { importId } = await execute(startImport, actor, { fileName, total: sent.length, consent })
  const rows: Row[] = []
  for (let from = 0; from < sent.length; from += rowsAtOnce)
    rows.push(...(await execute(writeRows, actor, { importId, rows: sent.slice(from, from + rowsAtOnce) })).rows)
  return { rows, importId }
}

const named = (header: readonly string[], mapping: Mapping) =>
  Object.fromEntries(header.map((title, index) => [title, mapping[index] ?? null]))

const counted = (rows: readonly Row[]): Record<string, number> => {
  const states = [...new Set(rows.map(({ state }) => state))]
  return Object.fromEntries(states.map((state) => [state.toLowerCase(), rows.filter((row) => row.state === state).length]))
}

/** A line a count, and one for each thing wrong: row, column, and how to mend it. */
function told(rows: readonly Row[], importId: string | null): string {
  const { faults, imports } = messages.en
  const counts = Object.entries(counted(rows)).map(([state, many]) => `${many} ${state}`)
  const wrong = rows.flatMap(({ line, faults: all }) =>
    all.map(({ field, fault }) => [
      `  row ${line}`,
      isImportField(field) ? imports.field[field] : imports.whole,
      sentence(fault),
    ]),
  )
  const undo = importId === null ? [] : [`To take it back: npm run parley -- import undo --import ${importId}`]
  return [counts.join(', '), ...(wrong.length > 0 ? [columns(wrong)] : []), ...undo].join('\n')

  function sentence(fault: string) {
    const known: Record<string, string> = faults
    return known[fault] ?? faults.other
  }
}
