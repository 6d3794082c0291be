import { type FormValue, rowsOf } from '@/app/_parts/form/form-values'

type Fields = Record<string, FormValue>

/** The rows of the form as lines of a checklist: a row without a kind of evidence is no line. */
export const checklistLines = ({ lines, ...rest }: Fields): Fields => ({ ...rest, lines: rowsOf(lines).flatMap(lineOf) })

/** `option0`, `option1`, … are the places of one line; those left empty were not sent along. */
function lineOf(row: FormValue): FormValue[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return []
  const [places, facts] = [Object.entries(row).filter(isPlace), Object.entries(row).filter((entry) => !isPlace(entry))]
  return places.length === 0 ? [] : [{ ...Object.fromEntries(facts), options: places.map(([, code]) => code) }]
}

const isPlace = ([name]: [string, FormValue]) => /^option\d+$/.test(name)
