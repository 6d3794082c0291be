import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import type { Role } from '@/db/vocabulary'
import { mayDo } from '@/lib/core/permissions'
import { listMembers } from '@/lib/organisation/queries'
import { AssignForm } from './assign-form'
import type { CaseView } from './case-view'

const caseWorkers: readonly Role[] = ['SUPERVISOR', 'COUNSELLOR', 'ASSISTANT']

/** A supervisor gives the case to somebody else who works cases. */
export async function Assign({ view: { actor, kase } }: { view: CaseView }) {
  if (!mayDo(actor, 'case.assign')) return null
  const [t, { members }] = [await getTranslations('casePage'), await listMembers(actor)]
  const able = members.filter(({ roles, isDisabled }) => !isDisabled && roles.some((role) => caseWorkers.includes(role)))
  return (
    <Disclosure label={t('assign')}>
      <AssignForm caseId={kase.id} version={kase.version} ownerId={kase.owner.id} members={able} />
    </Disclosure>
  )
}
