import type { ImportedRow, RowFault } from './row'

/** Somebody on file who has the phone or the identity number of a row. */
export type OnFile = { id: string; name: string; phone: string | null; idNumber: string | null; isVisible: boolean }

/**
 * Who on file a row speaks of: whoever has its identity number, else its phone and name; nobody where neither fits. A
 * number that stands under another name, and a colleague's client, are for a person to look at.
 */
export function samePerson({ client }: Pick<ImportedRow, 'client'>, onFile: readonly OnFile[]): { id?: string } | RowFault {
  const { name, phone, idNumber } = client
  const byId = onFile.find((one) => isKnown(idNumber) && one.idNumber === idNumber)
  const byPhone = onFile.filter((one) => isKnown(phone) && one.phone === phone)
  const found = byId ?? byPhone.find((one) => one.name === name) ?? byPhone[0]
  if (found === undefined) return {}
  if (found.name !== name) return { field: 'name', fault: 'other_person' }
  if (found !== byId && isKnown(idNumber) && found.idNumber !== null) return { field: 'idNumber', fault: 'other_person' }
  return found.isVisible ? { id: found.id } : { field: '', fault: 'with_colleague' }
}

const isKnown = (value: string | null | undefined) => value !== undefined && value !== null && value !== ''
