import { getMessages, getTranslations } from 'next-intl/server'
import { Hardships } from '@/app/_parts/client-file/hardships'
import { Disclosure } from '@/app/_parts/disclosure'
import { Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listMembers } from '@/lib/organisation/queries'
import { isDoneNow, mayNow } from '../_frame/at-rest'
import { CaseFrame } from '../_frame/case-frame'
import { type CaseView, caseView } from '../_frame/case-view'
import { RestingNote } from '../_frame/offered'
import { Bundles } from './bundles'
import { CaseFile } from './case-file'
import { Checklist } from './checklist'
import { AddType, Grant, RequestDocument } from './evidence-forms'
import { MakeDetail } from './item-forms'
import { Items } from './items'
import { Requests } from './requests'
import { UploadForm } from './upload-form'
import { Verifications } from './verifications'

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ problem?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('evidence'))('title') }
}

/** What proves the hardship: what is asked for, what came, and what it is worth. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const [actor, { caseId }, { problem }, t] = [
    await requireStaff(),
    await params,
    await searchParams,
    await getTranslations('evidence'),
  ]
  const view = await caseView(actor, caseId)
  const types = view.evidence.types.filter((type) => type.isActive)
  const statement = statementToPrint(view)
  const members = mayDo(actor, 'case.grantSensitive') ? (await listMembers(actor)).members : []
  return (
    <CaseFrame view={view} tab="evidence">
      <Hardships client={view.client} mayEdit={mayNow(view, 'hardship.record')} />
      <Checklist evidence={view.evidence} />
      <Requests view={view}>
        {mayDo(actor, 'evidence.request') && (
          <Disclosure label={t('request')}>
            <RestingNote view={view} />
            <RequestDocument caseId={caseId} types={types} askers={askersNow(view)} today={view.today} />
          </Disclosure>
        )}
      </Requests>
      <Panel title={t('received')} id="received">
        {problem !== undefined && <Problem code={problem} />}
        <Items view={view} />
        {mayDo(actor, 'evidence.upload') && (
          <Disclosure label={t('upload')} isOpen={view.evidence.items.length === 0}>
            <RestingNote view={view} />
            <UploadForm
              caseId={caseId}
              clientId={view.client.id}
              types={types.filter(({ code }) => isDoneNow(view, 'evidence.upload', { code, alsoFor: [code] }))}
              asked={askedFor(view)}
              hasConsent={hasSensitiveConsent(view)}
            />
          </Disclosure>
        )}
        {statement !== undefined && mayNow(view, 'evidence.makeExpenseDetail') && (
          <MakeDetail clientId={view.client.id} number={statement.number} />
        )}
        <div className="flex flex-wrap items-start gap-2">
          {members.length > 0 && (
            <Disclosure label={t('grant')}>
              <Grant caseId={caseId} members={members} />
            </Disclosure>
          )}
          {mayDo(actor, 'evidenceType.add') && (
            <Disclosure label={t('addType')}>
              <AddType />
            </Disclosure>
          )}
        </div>
      </Panel>
      <Bundles view={view} />
      <Verifications view={view} />
      <CaseFile view={view} />
    </CaseFrame>
  )
}

/** Who may ask for a document now: while the work rests only the creditor is passed on. */
const askersNow = (view: CaseView) => askers.filter((from) => isDoneNow(view, 'evidence.request', { from }))
const askers = ['COUNSELLOR', 'CREDITOR'] as const

/** Kinds on the client's checklist, each once. */
const askedFor = ({ evidence }: CaseView) => [...new Set(evidence.checklist.flatMap(({ options }) => options))]

/** The latest statement, where the spending detail of it was not made yet. */
const statementToPrint = ({ client, evidence }: CaseView) => {
  const [latest] = client.statements
  const isMade =
    latest !== undefined && evidence.items.some(({ statementId, status }) => statementId === latest.id && status !== 'REJECTED')
  return isMade ? undefined : latest
}

const hasSensitiveConsent = ({ client }: CaseView) =>
  client.consents.some(({ purpose, withdrawnAt }) => purpose === 'SENSITIVE' && withdrawnAt === null)

/** What was wrong with a document that was sent without scripts. */
async function Problem({ code }: { code: string }) {
  const [t, shell, { faults }] = [await getTranslations('evidence'), await getTranslations('shell'), await getMessages()]
  const known: Record<string, string> = faults
  return (
    <p role="alert" className="rounded-m border-2 border-bad bg-bad-bg p-3 text-bad">
      {shell('pair', { name: t('upload'), value: known[code] ?? faults.other })}
    </p>
  )
}
