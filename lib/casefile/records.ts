import { listAgreements } from '@/lib/agreements/queries'
import { caseHistory } from '@/lib/cases/history.queries'
import { caseGet } from '@/lib/cases/queries'
import { getClient } from '@/lib/clients/queries'
import { listContacts } from '@/lib/contacts/queries'
import type { Actor } from '@/lib/core/actor'
import { listDebts } from '@/lib/debts/queries'
import { listDecisions } from '@/lib/decisions/queries'
import { listBundles } from '@/lib/evidence/bundle.queries'
import { listEvidence } from '@/lib/evidence/queries'
import { listVerifications } from '@/lib/evidence/verification.queries'
import { listLetters } from '@/lib/letters/letters.queries'
import { listProposals } from '@/lib/proposals/queries'

/**
 * Everything recorded of a case, exactly as this person may see it: each part is asked of its own query, so that scope,
 * masking and grants are those of the screens.
 * @throws Refusal `not_found` outside the actor's scope, before anything is read
 */
export async function recordsOf(actor: Actor, caseId: string, now: Date) {
  const kase = await caseGet(actor, { caseId }, now)
  const {
    consents,
    authorisations,
    hardships,
    statements,
    cases: _,
    ...client
  } = await getClient(actor, { clientId: kase.client.id }, now)
  const evidence = await listEvidence(actor, { clientId: client.id }, now)
  const { proposals } = await listProposals(actor, { caseId }, now)
  const { agreements } = await listAgreements(actor, { caseId }, now)
  return {
    case: kase,
    client,
    debts: (await listDebts(actor, { caseId }, now)).debts,
    statements,
    hardships,
    evidence: evidence.items.filter((item) => item.caseId === null || item.caseId === caseId).toReversed(),
    evidenceTypes: evidence.types,
    requests: evidence.requests.filter((request) => request.caseId === caseId),
    proposals,
    decisions: (await listDecisions(actor, { caseId }, now)).decisions,
    agreements,
    payments: agreements.flatMap(({ id, payments }) => payments.map((payment) => ({ agreementId: id, ...payment }))),
    contacts: (await listContacts(actor, { caseId }, now)).contacts,
    letters: (await listLetters(actor, { caseId }, now)).letters,
    bundles: (await listBundles(actor, { caseId }, now)).bundles,
    verifications: (await listVerifications(actor, { caseId }, now)).verifications,
    consents,
    authorisations,
    history: await historyOf(actor, caseId, now),
  }
}

export type Records = Awaited<ReturnType<typeof recordsOf>>

/** Every event of the case, the latest first, page by page. */
async function historyOf(actor: Actor, caseId: string, now: Date) {
  const all = []
  for (let before: number | undefined; ; ) {
    const { events, next } = await caseHistory(actor, { caseId, before }, now)
    all.push(...events)
    if (next === null) return all
    before = next
  }
}
