import type { z } from 'zod'
import type { Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { isSixDigits } from '@/lib/invitations/secrets'
import { spendSigningCode } from '@/lib/invitations/signing.commands'
import { requiredLine } from '@/lib/platform/fields'
import { expectOwnName } from './own-name.queries'

/** What a client signs with: their typed name, and the code for signing that they are told by telephone. */
export const signature = { name: requiredLine(50), code: requiredLine(20).refine(isSixDigits, 'six_digits') }
type Signature = z.output<z.ZodObject<typeof signature>>

/**
 * The client's signature under what was done in this work: who only holds their telephone has no code. It is used up with the work,
 * and stays good where that is refused.
 * @throws Refusal `invalid` {name: name_mismatch} · {code: code_wrong} · `rule` {why: 'code_over'} · `too_many` {seconds}
 */
export async function expectSigned(work: Work, { name, code }: Signature) {
  await expectOwnName(work, name)
  await spendSigningCode(work, found(work.actor.clientId), code)
}
