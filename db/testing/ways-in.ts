import { execute } from '@/lib/core/command'
import { issueSigningCode } from '@/lib/invitations/commands'
import { listInvitations } from '@/lib/invitations/queries'
import { showInvitation } from '@/lib/invitations/show.commands'
import type { Office } from './factories'

type Of = { clientId: string; delegationId?: string | null; now: Date }

/** What the counsellor tells the client: the newest open link, and its code. */
export async function toldWayIn(office: Office, { clientId, delegationId, now }: Of) {
  const { invitations } = await listInvitations(office.counsellor, { clientId }, now)
  const open = invitations.find((one) => one.isOpen && (delegationId === undefined || one.delegationId === delegationId))
  if (open === undefined) throw new Error('no way in is open')
  const show = async (part: 'link' | 'code') =>
    (await execute(showInvitation, office.counsellor, { clientId, id: open.id, part }, { now })).value
  return { token: (await show('link')).split('/').at(-1) ?? '', code: await show('code') }
}

/** A code for signing as the client has it after a call to the counsellor. */
export async function aSigningCode(office: Office, clientId: string, now: Date) {
  await execute(issueSigningCode, office.counsellor, { clientId }, { now })
  return toldSigningCode(office, clientId, now)
}

/** The code for signing that is told by telephone. */
export async function toldSigningCode(office: Office, clientId: string, now: Date) {
  const { signingCode } = await listInvitations(office.counsellor, { clientId }, now)
  if (signingCode === null) throw new Error('no code for signing is open')
  return (await execute(showInvitation, office.counsellor, { clientId, id: signingCode.id, part: 'signingCode' }, { now })).value
}
