import { z } from 'zod'
import { locales } from '@/db/vocabulary'
import { Refusal } from '@/lib/core/refusal'
import { line, optional, paragraphs, whole } from '@/lib/platform/fields'
import { type IdType, idTypes, readBankAccount, readEmail, readIdNumber, readName, readPhone } from './identity'

const read = (reader: (text: string) => string | undefined, fault: string) =>
  z
    .string('required')
    .max(200, fault)
    .transform((text, context) => {
      const value = reader(text)
      if (value === undefined) context.addIssue({ code: 'custom', message: fault })
      return value ?? ''
    })

export const nameField = read(readName, 'name')

/** What may be said about a client beside the name. Left out: not known, or, in a change, as it was. Null: not known. */
export const profileFields = z
  .strictObject({
    preferredName: line(50),
    phone: optional(read(readPhone, 'phone')),
    idType: z.enum(idTypes),
    idNumber: z.string().max(60, 'id_length').nullable(),
    bankAccount: optional(read(readBankAccount, 'bank_account')),
    email: optional(read(readEmail, 'email')),
    language: z.enum(locales),
    dependants: optional(whole(0, 30)),
    employment: line(100),
    safeContact: line(200),
    /** Hours of the day in the office's zone. */
    contactFromHour: optional(whole(0, 24)),
    contactToHour: optional(whole(0, 24)),
    needsCare: z.boolean(),
    quickExit: z.boolean(),
    safePhrase: line(30),
    hideAddress: z.boolean(),
    /** Safeguarding: written and read only with a grant. */
    vulnerability: paragraphs(2000),
  })
  .partial()

/**
 * An identity number is read by the rules of its document, which is another field.
 * @throws Refusal `invalid` naming the first fault
 */
export function checkedIdNumber(text: string | null | undefined, type: IdType): string | null | undefined {
  if (text === null || text === undefined) return text
  const number = readIdNumber(text, type)
  if ('value' in number) return number.value
  throw new Refusal('invalid', { fields: { idNumber: [number.fault] } })
}
