'use client'
import { useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import { speakers } from '@/db/vocabulary'
import { channelsFor } from '@/lib/evidence/file-channels'
import type { Proposal } from '@/lib/proposals/queries'
import { keptDraft } from '../../../kept-draft'
import { sendProposalForm } from '../../actions'

const labelled = ['channel', 'speaker', 'proof', 'expectedReplyBy'] as const

type Sendable = Pick<Proposal, 'id' | 'version'> & { source: Pick<Proposal['source'], 'today'> }
/** `files` is how many papers the letter encloses: they go by no telephone. */
type Props = { proposal: Sendable; caseId: string; replyBy: string; files: number }

/** How it went out. From here on the version is frozen; there is no undo, and the page says so. */
export function SendForm({ proposal, caseId, replyBy, files }: Props) {
  const [t, words] = [useTranslations('proposals'), useTranslations('words')]
  const labels = Object.fromEntries(labelled.map((name) => [name, t(name)]))
  return (
    <Panel title={t('sendTitle')} id="send">
      <p className="text-muted">{t('sendText')}</p>
      <CommandForm
        action={sendProposalForm}
        labels={labels}
        submit={t('send')}
        hidden={{ versionId: proposal.id, 'version:int': proposal.version }}
        draft={`sending.${proposal.id}`}
        serverDraft={keptDraft(caseId, 'SENDING', proposal.id)}
        keeps
      >
        <FormSelect
          name="channel"
          defaultValue="APP_CHAT"
          options={channelsFor({ files }).map((value) => ({ value, label: words(`channel.${value}`) }))}
        />
        <FormSelect
          name="speaker"
          defaultValue="COUNSELLOR_WITH_AUTHORITY"
          options={speakers.map((value) => ({ value, label: words(`speaker.${value}`) }))}
        />
        <FormText name="proof" hint={t('proofHint')} maxLength={500} required />
        <FormText name="expectedReplyBy" type="date" defaultValue={replyBy} min={proposal.source.today} required />
      </CommandForm>
    </Panel>
  )
}
