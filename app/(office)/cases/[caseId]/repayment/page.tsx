import { redirect } from 'next/navigation'

type Params = { params: Promise<{ caseId: string }> }

/** Repayment follows the agreement, and is shown with it. */
export default async function RepaymentPage({ params }: Params) {
  redirect(`/cases/${(await params).caseId}/agreement`)
}
