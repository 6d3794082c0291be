import { z } from 'zod'
import { closingOutcomes, repaymentMethods } from '@/db/vocabulary'
import { readIdNumber } from '@/lib/clients/identity'
import { nameField, profileFields } from '@/lib/clients/profile'
import { contradictions } from '@/lib/debts/contradictions'
import { bucketFields, debtFields } from '@/lib/debts/fields'
import { type Fault, faults } from '@/lib/i18n/messages/faults'
import type { CivilDate } from '@/lib/platform/dates'
import { civilDay, line } from '@/lib/platform/fields'
import { sha256 } from '@/lib/platform/hash'
import { type CellValue, readCell } from './cell'
import { type ImportField, importFields, isImportField } from './columns'

/** A row of a spreadsheet under the fields its columns were given to; fields that are empty are left out. */
export type RowValues = Partial<Record<ImportField, string>>
/** What is wrong with a row: in which field (none where it is about the row as a whole), and the code of what. */
export type RowFault = { field: ImportField | ''; fault: Fault }

/** A row as the commands take it: whose it is, the loan note, and the case around both. */
export type ImportedRow = {
  client: z.output<typeof clientPart>
  debt: z.output<typeof debtPart>
  kase: z.output<typeof casePart>
  /** SHA-256 of what the row means, whatever the order of its columns and however its amounts are written. */
  fingerprint: string
}

/** Reads one row, and finds everything that is wrong with it at once, as far as the row alone tells. */
export function readRow(values: RowValues, today: CivilDate): { row: ImportedRow } | { faults: RowFault[] } {
  const cells = importFields.flatMap((field) => cellOf(field, values[field]))
  const spoilt = cells.flatMap(({ field, read }) => ('fault' in read ? [{ field, fault: read.fault }] : []))
  const typed = Object.fromEntries(cells.flatMap(({ field, read }) => ('fault' in read ? [] : [[field, read.value]])))
  const parts = partsOf(typed)
  const wrong = 'faults' in parts ? parts.faults : contradictionsIn(parts, today)
  const isNew = ({ field }: RowFault) => spoilt.every((one) => one.field !== field)
  const all = [...spoilt, ...wrong.filter(isNew)]
  if ('faults' in parts || all.length > 0) return { faults: all }
  return { row: { ...parts, fingerprint: fingerprintOf(parts) } }
}

/** Whoever is to work on it, and what the client hopes for, do not make it another loan note. */
function fingerprintOf({ client, debt, kase: { owner, goal, ...kase } }: Parts): string {
  return sha256(JSON.stringify([client, kase, debt]))
}

const cellOf = (field: ImportField, cell: string | undefined) =>
  cell === undefined || cell.trim() === '' ? [] : [{ field, read: readCell(field, cell) }]

/** Without a number that is somebody's own, people of one name cannot be told apart. */
const clientPart = profileFields
  .pick({ phone: true, idType: true, idNumber: true, email: true, employment: true, dependants: true })
  .extend({ name: nameField })
  .refine(({ phone, idNumber }) => phone !== undefined || idNumber !== undefined, { path: ['phone'], message: 'phone_or_id' })

const debtPart = debtFields
  .omit({ productId: true })
  .extend({ principal: bucketFields.principal, method: z.enum(repaymentMethods, 'required') })

const casePart = z
  .strictObject({
    product: line(40).default(''),
    creditor: line(120).default(''),
    owner: line(50).default(''),
    goal: line(500).default(''),
    openedOn: civilDay.optional(),
    closingOutcome: z.enum(closingOutcomes).optional(),
    closedOn: civilDay.optional(),
    closingReason: line(500).default(''),
  })
  .refine(({ product, creditor }) => product !== '' || creditor !== '', { path: ['product'], message: 'required' })
  .refine(({ closingOutcome, closedOn }) => closedOn === undefined || closingOutcome !== undefined, {
    path: ['closingOutcome'],
    message: 'required',
  })

type Typed = Record<string, CellValue>
type Parts = Omit<ImportedRow, 'fingerprint'>

function partsOf(typed: Typed): Parts | { faults: RowFault[] } {
  const client = clientPart.safeParse(only(typed, clientPart))
  const kase = casePart.safeParse(only(typed, casePart))
  const debt = debtPart.safeParse(without(typed, [clientPart, casePart]))
  const idFaults = idNumberFaults(typed)
  if (client.success && kase.success && debt.success && idFaults.length === 0) {
    return { client: { ...client.data, ...keptIdNumber(typed) }, debt: debt.data, kase: kase.data }
  }
  const issues = [client, kase, debt].flatMap(({ error }) => error?.issues ?? [])
  return { faults: [...issues.map(({ path, message }) => faultAt(String(path[0]), message)), ...idFaults] }
}

const only = (typed: Typed, { shape }: { shape: object }): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => field in shape))
const without = (typed: Typed, parts: { shape: object }[]): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => !parts.some(({ shape }) => field in shape)))

/** A field and a code as they come from a schema or a refusal, under the names known here. */
export const faultAt = (field: string, code: string): RowFault => ({
  field: isImportField(field) ? field : '',
  fault: isFault(code) ? code : 'other',
})

const isFault = (code: string): code is Fault => Object.hasOwn(faults.zh, code)

/** The number of a document is read by the rules of its kind, which is another field. */
const readNumber = ({ idNumber, idType }: Typed) =>
  idNumber === undefined
    ? undefined
    : readIdNumber(String(idNumber), profileFields.shape.idType.safeParse(idType).data ?? 'RESIDENT_ID')

function idNumberFaults(typed: Typed): RowFault[] {
  const read = readNumber(typed)
  return read !== undefined && 'fault' in read ? [{ field: 'idNumber', fault: read.fault }] : []
}

function keptIdNumber(typed: Typed): { idNumber?: string } {
  const read = readNumber(typed)
  return read !== undefined && 'value' in read ? { idNumber: read.value } : {}
}

/** What cannot be true together: of the loan note, and of the days of the case. */
function contradictionsIn({ debt, kase }: Parts, today: CivilDate): RowFault[] {
  const { closedOn = today } = kase
  const { openedOn = closedOn < today ? closedOn : today } = kase
  const ofDebt = Object.entries(contradictions(debt, today)).flatMap(([field, codes]) =>
    codes.map((code) => faultAt(field, code)),
  )
  const ofCase: [isWrong: boolean, fault: RowFault][] = [
    [openedOn > today, { field: 'openedOn', fault: 'in_future' }],
    [closedOn > today, { field: 'closedOn', fault: 'in_future' }],
    [closedOn < openedOn, { field: 'closedOn', fault: 'before_start' }],
  ]
  return [...ofDebt, ...ofCase.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []))]
}
