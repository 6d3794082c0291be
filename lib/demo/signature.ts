import { issueSigningCode } from '@/lib/invitations/commands'
import { showInvitation } from '@/lib/invitations/show.commands'
import { doAs, type Told } from './told'

/** What a client signs with: their name, and a code they call the counsellor for. */
export async function signatureOf({ owner, clientId, course }: Told, now: Date) {
  const by = { actor: owner, now }
  const { id } = await doAs(by, issueSigningCode, { clientId })
  const { value } = await doAs(by, showInvitation, { clientId, id, part: 'signingCode' })
  return { name: course.client.name, code: value, hasRead: 'on' as const }
}
