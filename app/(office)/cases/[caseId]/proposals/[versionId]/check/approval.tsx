import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import type { Proposal } from '@/lib/proposals/queries'
import { Resting } from '../../../_frame/offered'
import { SigningCodeLink } from '../../../_frame/signing-code-link'
import { presentProposalForm, recordApprovalForm } from '../../actions'

/** The client reads and approves exactly this version: in the portal, or on paper or by phone with us (SP-12). */
export async function Approval({ proposal, isShowable }: { proposal: Proposal; isShowable: boolean }) {
  const [t, words] = [await getTranslations('proposals'), await getTranslations('words')]
  const onVersion = { versionId: proposal.id, 'version:int': proposal.version }
  const isResting = proposal.lacking.includes('basicConsent')
  const isShown = proposal.case.stage === 'CLIENT_REVIEW'
  return (
    <Panel title={t('clientTitle')} id="approval">
      {proposal.clientApprovedAt !== null ? (
        <p className="text-ok">{t('approved')}</p>
      ) : (
        <>
          <p className="text-muted">
            {t(isShown ? 'waitsForClient' : 'clientText')} {isShown && <SigningCodeLink clientId={proposal.case.clientId} />}
          </p>
          {!isShown && isShowable && (
            <CommandForm action={presentProposalForm} labels={{}} submit={t('present')} hidden={onVersion} />
          )}
          {!isShown && !isShowable && <p className="text-wait">{t('lackingFirst')}</p>}
          {isShown && isResting && <Resting />}
          {isShown && !isResting && (
            <CommandForm
              action={recordApprovalForm}
              labels={{ channel: t('approvedBy') }}
              submit={t('recordApproval')}
              look="secondary"
              hidden={onVersion}
            >
              <FormSelect
                name="channel"
                hint={t('approvalHint')}
                options={[
                  { value: 'PAPER', label: t('onPaper') },
                  { value: 'PHONE', label: words('channel.PHONE') },
                ]}
              />
            </CommandForm>
          )}
        </>
      )}
    </Panel>
  )
}
