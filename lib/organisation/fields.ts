import { z } from 'zod'
import { requiredLine } from '@/lib/platform/fields'

/** An e-mail address as it is kept and compared: folded, trimmed, lower case. */
export const emailField = z
  .string('required')
  .max(254, 'email')
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email('email'))

export const passwordField = z.string('required').max(512, 'password_long')

export const personName = requiredLine(50)
