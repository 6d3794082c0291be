import type { Fault } from '@/lib/i18n/messages/faults'
import { parseIdNumber } from '@/lib/platform/id-number'
import { maskBankCard, maskIdNumber, maskPhone } from '@/lib/platform/mask'

export type IdType = 'RESIDENT_ID' | 'PASSPORT' | 'HMT_PERMIT' | 'OTHER'
export const idTypes = ['RESIDENT_ID', 'PASSPORT', 'HMT_PERMIT', 'OTHER'] as const

/**
 * A name as it is kept: one field, 1 to 50 characters, any script. Full-width letters are folded and every middle dot
 * becomes `·`; ideographs stay exactly as written, because folding them would change rare characters.
 * Undefined where nothing or too much is left.
 */
export function readName(text: string): string | undefined {
  const name = text
    .replace(unprintable, ' ')
    .replace(middleDots, '·')
    .replace(fullWidth, (character) => character.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .replace(/ ?· ?/g, '·')
    .trim()
  const length = [...name].length
  return length >= 1 && length <= 50 ? name : undefined
}

/** A phone number as it is kept: digits only, +86 dropped from a mainland mobile, `+` kept before another country code. */
export function readPhone(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s().-]/g, '')
  const mainland = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(plain)?.[1]
  return mainland ?? (landline.test(plain) || abroad.test(plain) ? plain : undefined)
}

/**
 * An identity number as it is kept. A resident number has to pass its check digit (GB 11643-1999); other documents are
 * letters and digits.
 * @returns the number, or why it is not one
 */
export function readIdNumber(text: string, type: IdType): { value: string } | { fault: Fault } {
  if (type === 'RESIDENT_ID') {
    const read = parseIdNumber(text)
    return read.ok ? { value: read.value } : { fault: `id_${read.error}` }
  }
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return /^[A-Z0-9]{5,20}$/.test(plain) ? { value: plain } : { fault: 'id_document' }
}

export function readBankAccount(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{8,30}$/.test(digits) ? digits : undefined
}

/** An address as people write it, in lower case; undefined where it is none. Nothing is sent to find out. */
export function readEmail(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  return /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(plain) && plain.length <= 200 ? plain : undefined
}

export const phoneTail = (phone: string | null) => (phone === null ? '' : phone.slice(-4))

type Personal = { phone: string | null; idNumber: string | null; bankAccount: string | null }

/** What lists and pages show of a person unless somebody asks to see more. */
export const masked = ({ phone, idNumber, bankAccount }: Personal) => ({
  phone: phone === null ? null : maskPhone(phone),
  idNumber: idNumber === null ? null : maskIdNumber(idNumber),
  bankAccount: bankAccount === null ? null : maskBankCard(bankAccount),
})

const unprintable = /[\p{Cc}\p{Cs}\p{Cf}]/gu
const middleDots = /[·•・‧∙･．]/gu
const fullWidth = /[\uff01-\uff5e]/gu
const landline = /^0\d{2,3}\d{7,8}$/
const abroad = /^\+[1-9]\d{6,14}$/
