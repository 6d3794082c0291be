import { type CivilDate, parseCivilDate } from './dates'

type IdNumberError = 'length' | 'characters' | 'region' | 'birth_date' | 'check_digit'

export type IdNumber = { ok: true; value: string; birthDate: CivilDate } | { ok: false; error: IdNumberError }

/**
 * Reads a mainland resident identity number (GB 11643-1999): full-width characters are folded, blanks dropped and x
 * becomes X, then length, characters, province, birth date and the check digit (ISO 7064 MOD 11-2) are tested in that
 * order. The first fault is named.
 */
export function parseIdNumber(text: string): IdNumber {
  const value = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  const fault = tests.find(({ passes }) => !passes(value, birthDate))
  return fault ? { ok: false, error: fault.error } : { ok: true, value, birthDate }
}

const tests: { error: IdNumberError; passes: (value: string, birthDate: CivilDate) => boolean }[] = [
  { error: 'length', passes: (value) => [...value].length === 18 },
  { error: 'characters', passes: (value) => /^\d{17}[\dX]$/.test(value) },
  { error: 'region', passes: (value) => region.test(value) },
  { error: 'birth_date', passes: (_, birthDate) => parseCivilDate(birthDate) !== undefined },
  { error: 'check_digit', passes: (value) => checkDigit(value) === value.at(-1) },
]

// GB/T 2260 province codes; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan, 9 is for foreign permanent residents.
const region = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function checkDigit(value: string): string {
  const total = weights.reduce((running, weight, index) => running + weight * Number.parseInt(value.charAt(index), 10), 0)
  return '10X98765432'.charAt(total % 11)
}
