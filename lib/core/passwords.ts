import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB and two passes (OWASP's first choice). */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Checked where the account does not exist, so that both answers take the same time. */
const nobodysHash = hash('nobody signs in with this', settings)

/** A flood of sign-ins is an attack on the processor: only so many hashes run at once. */
const atOnce = 4
const queueLimit = 40
let running = 0
const waiting: (() => void)[] = []

export const hashPassword = (password: string) => hash(password, settings)

/** @returns whether the password fits; undefined when too many sign-ins are under way */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean | undefined> {
  if (waiting.length >= queueLimit) return undefined
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    const fits = await verify(passwordHash ?? (await nobodysHash), password)
    return passwordHash !== undefined && fits
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
