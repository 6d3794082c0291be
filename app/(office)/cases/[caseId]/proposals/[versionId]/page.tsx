import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { requireStaff } from '@/lib/core/session'
import { getProposal } from '@/lib/proposals/queries'
import { Resting } from '../../_frame/offered'
import { Builder } from './builder'
import { LikelihoodPanel } from './likelihood'
import { SentView } from './sent-view'

type Params = { params: Promise<{ caseId: string; versionId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('proposals'))('title') }
}

/** One version: the builder while it is a draft, to be read alone while the work rests, and as it was sent ever after. */
export default async function ProposalPage({ params }: Params) {
  const { versionId } = await params
  const actor = await requireStaff()
  const proposal = await orNotFound(getProposal(actor, { versionId }))
  if (!proposal.may.save) return <SentView proposal={proposal} />
  if (!proposal.standing.mayWork)
    return (
      <>
        <Resting />
        <SentView proposal={proposal} />
      </>
    )
  return (
    <>
      <Builder key={proposal.id} proposal={proposal} />
      <LikelihoodPanel actor={actor} versionId={versionId} />
    </>
  )
}
