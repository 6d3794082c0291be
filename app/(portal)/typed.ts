import { cookies } from 'next/headers'
import { z } from 'zod'
import { balanceBuckets } from '@/db/vocabulary'
import { delegateVerbs } from '@/db/vocabulary-portal'
import { currentActor } from '@/lib/core/session'
import { isSecure } from '@/lib/core/session-auth'

const jar = 'parley.typed'
const kept = { httpOnly: true, sameSite: 'lax', path: '/portal', secure: isSecure } as const
/** Time to mend what was refused, and to come back in. Seconds. */
const time = { mend: 120, comeBack: 600 }
const ofFamily = ['delegate', 'relation', ...delegateVerbs] as const
const told = ['kind', 'note', 'phrase', 'reason'] as const
/** Of several files sent at once: how many, how many were taken, and which were not. */
const ofFiles = ['sent', 'taken', 'notTaken'] as const
const ofSigning: readonly string[] = ['name', 'hasRead', 'agree']
const fields = ['name', 'hasRead', 'agree', 'amount', 'paidOn', ...told, ...ofFiles, ...ofFamily, ...balanceBuckets] as const
/** As long as the longest of these fields. Characters. */
const longest = 1000
const held = z.object({
  form: z.string(),
  whose: z.string(),
  isEnded: z.boolean(),
  typed: z.partialRecord(z.enum(fields), z.string().max(longest)),
})
/** Of a cookie a browser keeps 4,096 bytes, its name and all. */
const roomInJar = 3800
type Typed = Partial<Record<(typeof fields)[number], string>>

type Sent = { form: string; whose: string; values: Record<string, string> }

/** Keeps what was typed into a form that was refused, for the two minutes in which it is mended; never in an address. */
export const keepTyped = (sent: Sent) => keep(sent, false)

/**
 * Keeps what was typed while the session ended until they are back in, unless they take longer; for whom the form was made alone, for
 * another may come in on the same telephone. What was typed to sign is typed anew.
 */
export async function keepEnded({ form, values: { whose = '', ...typed } }: Omit<Sent, 'whose'>) {
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !ofSigning.includes(name)))
  if (whose !== '') await keep({ form, whose, values }, true)
}

/** What was sent at last is not given back. */
export const forgetTyped = async () => (await cookies()).delete({ name: jar, path: kept.path })

async function keep({ form, whose, values }: Sent, isEnded: boolean) {
  const typed = fields.flatMap((name) =>
    values[name] === undefined ? [] : [[name, values[name].replaceAll('\r\n', '\n').slice(0, longest)]],
  )
  const packed = packedOf({ form, whose, isEnded, typed: Object.fromEntries(typed) })
  const maxAge = isEnded ? time.comeBack : time.mend
  if (packed.length <= roomInJar) (await cookies()).set(jar, packed, { ...kept, maxAge })
}

/**
 * What this person typed into this form before it was refused or their session ended; nothing where neither was. Who ticked that they had read what changed meanwhile
 * has not read it.
 */
export async function typedIn(form: string, error: string | undefined): Promise<Typed> {
  const value = (await cookies()).get(jar)?.value
  if (value === undefined) return {}
  const read = held.safeParse(parsed(value))
  if (!read.success || read.data.form !== form || (error === undefined && !read.data.isEnded)) return {}
  if (read.data.whose !== (await currentActor())?.id) return {}
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
