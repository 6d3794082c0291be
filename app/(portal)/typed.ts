import { cookies } from 'next/headers'
import { z } from 'zod'
import { balanceBuckets } from '@/db/vocabulary'
import { delegateVerbs } from '@/db/vocabulary-portal'
import { isSecure } from '@/lib/core/session-auth'

const jar = 'parley.typed'
const kept = { httpOnly: true, sameSite: 'lax', path: '/portal', secure: isSecure, maxAge: 120 } as const
const ofFamily = ['delegate', 'relation', ...delegateVerbs] as const
const fields = ['name', 'hasRead', 'agree', 'amount', 'paidOn', ...ofFamily, ...balanceBuckets] as const
const held = z.object({ form: z.string(), typed: z.partialRecord(z.enum(fields), z.string().max(60)) })
type Typed = Partial<Record<(typeof fields)[number], string>>

/** Keeps what was typed into a form that was refused, for the two minutes in which it is mended; never in an address. */
export async function keepTyped(form: string, values: Record<string, string>) {
  const typed = fields.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name].slice(0, 60)]]))
  ;(await cookies()).set(jar, JSON.stringify({ form, typed: Object.fromEntries(typed) }), kept)
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

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
