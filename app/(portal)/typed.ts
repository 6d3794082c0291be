import { cookies } from 'next/headers'
import { z } from 'zod'
import { balanceBuckets } from '@/db/vocabulary'
import { delegateVerbs } from '@/db/vocabulary-portal'
import { isSecure } from '@/lib/core/session-auth'

const jar = 'parley.typed'
const kept = { httpOnly: true, sameSite: 'lax', path: '/portal', secure: isSecure, maxAge: 120 } as const
const ofFamily = ['delegate', 'relation', ...delegateVerbs] as const
const told = ['kind', 'note', 'phrase'] as const
const fields = ['name', 'hasRead', 'agree', 'amount', 'paidOn', ...told, ...ofFamily, ...balanceBuckets] as const
/** As long as the longest of these fields. Characters. */
const longest = 1000
const held = z.object({ form: z.string(), typed: z.partialRecord(z.enum(fields), z.string().max(longest)) })
/** Of a cookie a browser keeps 4,096 bytes, its name and all. */
const roomInJar = 3800
type Typed = Partial<Record<(typeof fields)[number], string>>

/** Keeps what was typed into a form that was refused, for the two minutes in which it is mended; never in an address. */
export async function keepTyped(form: string, values: Record<string, string>) {
  const typed = fields.flatMap((name) =>
    values[name] === undefined ? [] : [[name, values[name].replaceAll('\r\n', '\n').slice(0, longest)]],
  )
  const packed = packedOf({ form, typed: Object.fromEntries(typed) })
  if (packed.length <= roomInJar) (await cookies()).set(jar, packed, kept)
}

/**
 * What was typed into this form before it was refused; nothing where it was not. Who ticked that they had read what changed meanwhile
 * has not read it.
 */
export async function typedIn(form: string, error: string | undefined): Promise<Typed> {
  const value = (await cookies()).get(jar)?.value
  if (error === undefined || value === undefined) return {}
  const read = held.safeParse(parsed(value))
  if (!read.success || read.data.form !== form) return {}
  const { hasRead, ...rest } = read.data.typed
  return hasRead === undefined || error === 'conflict' ? rest : { ...rest, hasRead }
}

/** Two bytes a character, for a thousand of them are more than a cookie holds in any other writing. */
const packedOf = (value: object) => Buffer.from(JSON.stringify(value), 'utf16le').toString('base64url')

function parsed(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString('utf16le'))
  } catch {
    return undefined
  }
}
