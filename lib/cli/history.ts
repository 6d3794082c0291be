import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { checkHistory } from '@/lib/history/check.queries'
import { historyFields, isHistoryField } from '@/lib/history/columns'
import { startHistory, writeHistory } from '@/lib/history/commands'
import { historyFault } from '@/lib/history/fault-text'
import { guessHistory, type HistoryMapping, historyValues, lackingIn } from '@/lib/history/guess'
import { historyAtOnce, mostHistory, type SentHistory } from '@/lib/history/input'
import { messages } from '@/lib/i18n/catalogue'
import { type ReadTable, readTable } from '@/lib/platform/table-read'
import { columns, type Done, Failed } from './line'

type Asked = { fileName: string; map: string; isDry: boolean }
type Row = { line: number; state: string; faults: readonly { field: string; fault: string }[] }

/**
 * `parley import history`: the page's own commands on a file of past outcomes, a few rows at a time.
 * @throws Failed with a sentence where the file, or what its columns are taken for, cannot be read
 */
export async function importHistory(
  actor: Actor,
  bytes: Uint8Array,
  { fileName, map, isDry }: Asked,
): Promise<Done & { rows: Row[]; table: ReadTable }> {
  const read = await readTable(bytes)
  if ('problem' in read) throw new Failed(messages.en.imports.problem[read.problem])
  const { header, records } = read.table
  if (records.length === 0) throw new Failed(messages.en.imports.problem.empty)
  if (records.length > mostHistory) throw new Failed(`Too many rows; ${mostHistory} at a time at most. Split the file.`)
  const mapping = mappingOf(header, map)
  const sent = records.map(({ line, cells }) => ({ line, values: historyValues(cells, mapping) }))
  const { rows, importId } = isDry ? await checked(actor, sent) : await written(actor, sent, fileName)
  const refused = rows.filter(({ state }) => state === 'REFUSED')
  const named = Object.fromEntries(header.map((title, index) => [title, mapping[index] ?? null]))
  const value = { importId, columns: named, ...counted(rows), rows: refused }
  return { ok: refused.length === 0, value, text: told(rows, importId), rows, table: read.table }
}

/** What the titles say, and over it what the caller says: 批复=outcome. */
function mappingOf(header: readonly string[], map: string): HistoryMapping {
  const given = new Map(map.split(/[,，]/).flatMap((pair) => (pair.trim() === '' ? [] : [pairIn(pair, header)])))
  const taken = [...given.values()]
  const mapping = guessHistory(header).map(
    (field, index) => given.get(index) ?? (taken.some((one) => one === field) ? null : field),
  )
  const [lacking] = lackingIn(mapping)
  if (lacking !== undefined) throw new Failed(`No column is ${lacking}: name one in --map. Fields: ${historyFields.join(', ')}.`)
  return mapping
}

function pairIn(pair: string, header: readonly string[]) {
  const [title = '', field = ''] = pair.split('=').map((part) => part.trim())
  const index = header.indexOf(title)
  if (index < 0) throw new Failed(`The file has no column “${title}”. It has: ${header.join(', ')}.`)
  if (!isHistoryField(field)) throw new Failed(`“${field}” is no field. Fields: ${historyFields.join(', ')}.`)
  return [index, field] as const
}

const chunksOf = (sent: readonly SentHistory[]) =>
  Array.from({ length: Math.ceil(sent.length / historyAtOnce) }, (_, n) => sent.slice(n * historyAtOnce, (n + 1) * historyAtOnce))

async function checked(actor: Actor, sent: readonly SentHistory[]) {
  const rows: Row[] = []
  for (const chunk of chunksOf(sent)) rows.push(...(await checkHistory(actor, { rows: chunk })).rows)
  return { rows, importId: null }
}

async function written(actor: Actor, sent: readonly SentHistory[], fileName: string) {
  const { importId } = await execute(startHistory, actor, { fileName, total: sent.length, knownWhenSent: true })
  const rows: Row[] = []
  for (const chunk of chunksOf(sent)) rows.push(...(await execute(writeHistory, actor, { importId, rows: chunk })).rows)
  return { rows, importId }
}

const counted = (rows: readonly Row[]): Record<string, number> => {
  const states = [...new Set(rows.map(({ state }) => state))]
  return Object.fromEntries(states.map((state) => [state.toLowerCase(), rows.filter((row) => row.state === state).length]))
}

/** A line a count, and one for each thing wrong: row, column, and how to mend it. */
function told(rows: readonly Row[], importId: string | null): string {
  const { imports, history } = messages.en
  const wrong = rows.flatMap(({ line, faults: all }) =>
    all.map((one) => [
      ...[`  row ${line}`, isHistoryField(one.field) ? history.field[one.field] : imports.whole],
      historyFault(one, messages.en),
    ]),
  )
  const counts = Object.entries(counted(rows)).map(([state, n]) => `${n} ${state}`)
  const undo = importId === null ? [] : [`To take it back: npm run parley -- import undo --import ${importId}`]
  return [counts.join(', '), ...(wrong.length > 0 ? [columns(wrong)] : []), ...undo].join('\n')
}
