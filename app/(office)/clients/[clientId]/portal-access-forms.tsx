'use client'
import { useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { inviteClientAction, issueSigningCodeAction, revokeInvitationAction } from './actions'

export function InviteForm({ clientId, isAgain }: { clientId: string; isAgain: boolean }) {
  const t = useTranslations('entry')
  const submit = t(isAgain ? 'office.inviteAgain' : 'office.invite')
  return <CommandForm action={inviteClientAction} labels={{}} submit={submit} look="secondary" hidden={{ clientId }} />
}

export function InviteDelegate({ clientId, delegationId }: { clientId: string; delegationId: string }) {
  const t = useTranslations('delegates')
  const hidden = { clientId, delegationId }
  return <CommandForm action={inviteClientAction} labels={{}} submit={t('office.invite')} look="secondary" hidden={hidden} />
}

export function RevokeInvitation({ invitationId }: { invitationId: string }) {
  const t = useTranslations('entry')
  return (
    <CommandForm
      action={revokeInvitationAction}
      labels={{}}
      submit={t('office.revoke')}
      look="secondary"
      hidden={{ invitationId }}
    />
  )
}

export function SigningCodeForm({ clientId }: { clientId: string }) {
  const t = useTranslations('entry')
  return (
    <CommandForm action={issueSigningCodeAction} labels={{}} submit={t('office.issue')} look="secondary" hidden={{ clientId }} />
  )
}
