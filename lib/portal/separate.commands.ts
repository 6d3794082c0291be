import { giveConsent } from '@/lib/clients/consent.commands'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { expectClient } from './delegated.queries'
import { separateConsent } from './separate.queries'

/**
 * The separate consent given by a tick beside a paper; of several sent one after the other only the first has to bring it. What was
 * taken back is not given again in passing: the client reads its own screen first.
 * @throws Refusal `rule` {why: 'sensitive_taken_back'} · `forbidden` for who helps the client
 */
export async function agreeBeside(work: Work, clientId: string) {
  const needed = await separateConsent(work, clientId)
  if (needed === 'none') return
  expectClient(work)
  if (needed === 'again') throw new Refusal('rule', { why: 'sensitive_taken_back' })
  await giveConsent.run(work, { clientId, purpose: 'SENSITIVE', channel: 'PORTAL' })
}
