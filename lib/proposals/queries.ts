import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import { visibleCase } from '@/lib/cases/scope.queries'
import { withholderOf } from '@/lib/clients/medical.queries'
import { mayDo } from '@/lib/core/permissions'
import { query, type Reading } from '@/lib/core/query'
import { isAnswerable } from '@/lib/decisions/answerable'
import { decisionsOf, decisionsOfCase } from '@/lib/decisions/scope.queries'
import { decisionView } from '@/lib/decisions/view'
import { missingMarks } from '@/lib/platform/fonts'
import { maskName } from '@/lib/platform/mask'
import { lackingOf } from './readiness'
import { wasRefused } from './rounds'
import { isDraft, linesOfCase, type OnTheTable, type Version, versionsOf, visibleVersion } from './scope.queries'
import { sourceOf } from './source.queries'
import { standOf } from './stand.queries'
import { versionView } from './view'
import { liveTemplates } from './wording.queries'

/** Every version of a case, newest first, with what it asks for and how it was answered: the rounds of the negotiation. */
export const listProposals = query({
  name: 'proposal.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const versions = await versionsOf(reading, kase)
    const lines = await linesOfCase(reading, kase)
    const decisions = await decisionsOfCase(reading, kase)
    const of = (id: string) => (row: { versionId: string }) => row.versionId === id
    const lastSent = versions.find(({ sentAt }) => sentAt !== null)
    return {
      case: {
        ...caseView(kase),
        clientName: await maskedNameOf(reading, kase),
        wasRefused: wasRefused(lastSent),
        isAwaiting: lastSent?.outcome === 'PENDING',
      },
      proposals: versions.map((version) => ({
        ...versionView(version, lines.filter(of(version.id))),
        decisions: decisions.filter(of(version.id)).map(decisionView),
      })),
    }
  },
})

/**
 * One version with everything the builder needs: what is recorded (the client's name masked), what the version says, what
 * it still lacks, and what may be done with it. A sent one comes as it was sent.
 */
export const getProposal = query({
  name: 'proposal.get',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(reading, { versionId }) {
    const held = await visibleVersion(reading, versionId)
    const source = await sourceOf(reading, held.kase)
    const { lines, standing, findings, factsChanged, worked } = await standOf(reading, held, source)
    const decisions = await decisionsOf(reading, held.version)
    const { letterLocale } = held.version
    const withholding = await withholderOf(reading, held.kase.clientId)
    const letterText = withholding(held.version.letterText, letterLocale)
    const clientName = maskName(source.clientName)
    const shownText = letterText.replaceAll(source.clientName, clientName)
    return {
      ...versionView(held.version, lines),
      isDraft: isDraft(held.version),
      letterText: shownText,
      isExtract: letterText !== held.version.letterText,
      notPrinted: missingMarks(`${source.clientName}${letterText}`, `${clientName}${shownText}`),
      decisions: decisions.map(decisionView),
      templates: await liveTemplates(reading),
      source: {
        ...source,
        clientName,
        hardship: source.hardship && { ...source.hardship, narrative: withholding(source.hardship.narrative, letterLocale) },
      },
      case: caseView(held.kase),
      others: (await versionsOf(reading, held.kase)).filter(({ id }) => id !== versionId).map(shortView),
      affordability: worked.affordability,
      warnings: [...new Set(worked.lines.flatMap(({ warnings }) => warnings))],
      standing,
      lacking: lackingOf(standing),
      findings,
      factsChanged,
      may: permissions(reading, held),
    }
  },
})

async function maskedNameOf({ tx }: Reading, { orgId, clientId }: Case) {
  const [client] = await tx
    .select({ maskedName: clients.maskedName })
    .from(clients)
    .where(and(eq(clients.orgId, orgId), eq(clients.id, clientId)))
  return client?.maskedName ?? ''
}

const caseView = ({ id, number, clientId, stage, round, version }: Case) => ({ id, number, clientId, stage, round, version })
const shortView = ({ id, number, round, outcome, sentAt }: Version) => ({ id, number, round, outcome, isSent: sentAt !== null })

/** What the actor may do at all; the commands decide again. */
function permissions({ actor }: Reading, { version, kase }: OnTheTable) {
  const draft = isDraft(version)
  return {
    save: draft && mayDo(actor, 'proposal.save'),
    check: draft && mayDo(actor, 'proposal.check'),
    send: draft && mayDo(actor, 'proposal.send'),
    draft: mayDo(actor, 'proposal.draft'),
    withdraw: version.outcome === 'PENDING' && mayDo(actor, 'proposal.withdraw'),
    decide: isAnswerable({ version, kase }) && mayDo(actor, 'decision.record'),
  }
}

export type Proposal = Awaited<ReturnType<typeof getProposal>>
export type ListedProposal = Awaited<ReturnType<typeof listProposals>>['proposals'][number]
