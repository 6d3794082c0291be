import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import type { Proposal } from '@/lib/proposals/queries'
import { checkProposalForm, saveProposalForm } from '../../actions'

/** What has to be declared and looked at before anything is sent: the truth of it all, and a second pair of eyes. */
export async function Statements({ proposal }: { proposal: Proposal }) {
  const t = await getTranslations('proposals')
  const onVersion = { versionId: proposal.id, 'version:int': proposal.version }
  return (
    <>
      <Panel title={t('truthTitle')} id="truth">
        <CommandForm
          action={saveProposalForm}
          labels={{ truthDeclared: t('truth') }}
          submit={t('keepDeclaration')}
          look="secondary"
          hidden={onVersion}
          keeps
        >
          <FormCheck name="truthDeclared" defaultChecked={proposal.truthDeclaredAt !== null} />
        </CommandForm>
      </Panel>
      {proposal.standing.supervisorChecks && (
        <Panel title={t('supervisorTitle')} id="supervisor">
          {proposal.checkedAt !== null && <p className="text-ok">{t('checked')}</p>}
          {proposal.checkedAt === null && !proposal.may.check && <p className="text-wait">{t('needsSupervisor')}</p>}
          {proposal.checkedAt === null && proposal.may.check && (
            <CommandForm action={checkProposalForm} labels={{}} submit={t('checkIt')} look="secondary" hidden={onVersion} />
          )}
        </Panel>
      )}
    </>
  )
}
