import type { FactorValue } from '@/db/schema/proposals'
import { type FactorId, factorIds } from '@/db/vocabulary'
import type { FrozenFactors } from '@/lib/factors/catalogue'
import { bandOfDays, quarterNamed } from '@/lib/factors/timing'
import type { Fault } from '@/lib/i18n/messages/faults'
import type { CivilDate } from '@/lib/platform/dates'
import { sha256 } from '@/lib/platform/hash'
import { readHistoryCell } from './cell'
import { type HistoryField, historyColumn, historyFields, pastOutcomes } from './columns'

/** A row of a spreadsheet under the fields its columns were given to; fields that are empty are left out. */
export type HistoryValues = Partial<Record<HistoryField, string>>
/** What is wrong with a row: in which field (none where it is about the row as a whole), and the code of what. */
export type HistoryFault = { field: HistoryField | ''; fault: Fault }

/** One proposal that was decided before: what became of it, and its factors as far as the file knows them. */
export type PastRow = {
  outcome: (typeof pastOutcomes)[number]
  sentOn: CivilDate
  decidedOn: CivilDate | null
  product: string
  creditor: string
  caseNumber: string
  /** Whose it was, and which case; digests, as the office's numbers are not kept. */
  person: string
  caseKey: string
  /** Whether the file says that the client agreed to statistics. */
  agreed: boolean
  factors: FrozenFactors
  /** SHA-256 of what the row means, whatever the order of its columns and however its shares are written. */
  fingerprint: string
}

type Cells = Partial<Record<HistoryField, Exclude<FactorValue, null>>>

/** Reads one row, and finds everything that is wrong with it at once, as far as the row alone tells. */
export function readHistoryRow(values: HistoryValues, today: CivilDate): { row: PastRow } | { faults: HistoryFault[] } {
  const read = historyFields.flatMap((field) => {
    const cell = values[field]?.trim() ?? ''
    return cell === '' ? [] : [{ field, read: readHistoryCell(field, cell) }]
  })
  const spoilt = read.flatMap(({ field, read: one }) => ('fault' in one ? [{ field, fault: one.fault }] : []))
  const cells: Cells = Object.fromEntries(read.flatMap(({ field, read: one }) => ('value' in one ? [[field, one.value]] : [])))
  const wrong = [...absent(values), ...contradictions(cells, today)]
  if (spoilt.length + wrong.length > 0) return { faults: [...spoilt, ...wrong] }
  return { row: rowOf(cells) }
}

/** Without these a row is no decided proposal, or cannot be told from the next. */
function absent(values: HistoryValues): HistoryFault[] {
  const has = (field: HistoryField) => (values[field] ?? '').trim() !== ''
  const needs: [isThere: boolean, fault: HistoryFault][] = [
    [has('sentOn'), { field: 'sentOn', fault: 'required' }],
    [has('outcome'), { field: 'outcome', fault: 'required' }],
    [has('product') || has('creditor'), { field: 'product', fault: 'required' }],
    [has('caseNumber') || has('person'), { field: 'caseNumber', fault: 'case_or_client' }],
  ]
  return needs.flatMap(([isThere, fault]) => (isThere ? [] : [fault]))
}

function contradictions({ sentOn, decidedOn }: Cells, today: CivilDate): HistoryFault[] {
  const [sent, decided] = [textOf(sentOn), textOf(decidedOn)]
  const wrong: [isWrong: boolean, fault: HistoryFault][] = [
    [sent > today, { field: 'sentOn', fault: 'in_future' }],
    [decided > today, { field: 'decidedOn', fault: 'in_future' }],
    [decided !== '' && decided < sent, { field: 'decidedOn', fault: 'before_sent' }],
  ]
  return wrong.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []))
}

function rowOf(cells: Cells): PastRow {
  const [product, creditor] = [textOf(cells.product), textOf(cells.creditor)]
  const [caseNumber, client] = [textOf(cells.caseNumber), textOf(cells.person)]
  const plain = {
    outcome: pastOutcomes.find((outcome) => outcome === cells.outcome) ?? 'NO_RESPONSE',
    ...{ sentOn: textOf(cells.sentOn), decidedOn: textOf(cells.decidedOn) || null },
    ...{ product, creditor, caseNumber },
    person: client === '' ? digest('case', caseNumber) : digest('person', client),
    // A client and a lender are a case; the office's own number of it says so more exactly.
    caseKey: caseNumber === '' ? digest('case of', client, product, creditor) : digest('case', caseNumber),
    agreed: cells.agreed === true,
    factors: factorsIn(cells),
  }
  return { ...plain, fingerprint: sha256(JSON.stringify(['history', plain])) }
}

/** Only what a column says; what follows from the day of sending by definition alone is worked out. Nothing is guessed. */
function factorsIn(cells: Cells): FrozenFactors {
  const told = historyFields.flatMap((field) => {
    const [{ factor, part }, value] = [historyColumn(field), cells[field]]
    return factor === undefined || value === undefined ? [] : [[factor, inRecord(value, part)] as const]
  })
  const { overdueDays, sentOn } = cells
  const said: Partial<Record<FactorId, FactorValue>> = {
    ...Object.fromEntries(told),
    ...(typeof overdueDays === 'number' && { 'F-02': bandOfDays(overdueDays) }),
    'F-26': quarterNamed(textOf(sentOn)),
  }
  const values: Partial<FrozenFactors['values']> = Object.fromEntries(factorIds.map((id) => [id, said[id] ?? null]))
  const absentIds = factorIds.filter((id) => values[id] === null)
  if (!isComplete(values)) throw new Error('a factor was left out')
  return { values, missing: Object.fromEntries(absentIds.map((id) => [id, 'NOT_RECORDED'])) }
}

/** A value by itself, or under its name where the factor is a record of several. */
const inRecord = (value: Exclude<FactorValue, null>, part: string | undefined): FactorValue =>
  part === undefined || typeof value === 'object' ? value : { [part]: value }

const isComplete = (values: Partial<FrozenFactors['values']>): values is FrozenFactors['values'] =>
  factorIds.every((id) => id in values)

const textOf = (value: FactorValue | undefined): string => (typeof value === 'string' ? value : '')

/** The first digits of a SHA-256 as an id of the eighth version, which is for digests of one's own (RFC 9562). */
function digest(...words: string[]): string {
  const hex = sha256(words.map((word) => word.normalize('NFKC').toLowerCase().replace(/\s/g, '')).join('\n'))
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
