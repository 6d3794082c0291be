import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases, creditors, decisions, evidenceRequests, evidenceTypes, proposalLines, proposalVersions } from '@/db/schema'
import { type ReliefType, reliefTypes } from '@/db/vocabulary'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn, daysBetween } from '@/lib/platform/dates'
import { playbookOf, type Round } from './playbook'

/** How a creditor has answered this office so far: sums over all its cases, no case is named, nothing is shown of fewer than ten. */
export const creditorPlaybook = query({
  name: 'creditor.playbook',
  input: z.strictObject({ creditorId: z.uuid() }),
  async run(reading, { creditorId }) {
    await expectCreditor(reading, creditorId)
    const types = await reading.tx
      .select({ code: evidenceTypes.code, nameZh: evidenceTypes.nameZh, nameEn: evidenceTypes.nameEn })
      .from(evidenceTypes)
      .where(eq(evidenceTypes.orgId, reading.actor.organisationId))
    return { ...playbookOf(await roundsOf(reading, creditorId), await asksOf(reading, creditorId)), types }
  },
})

async function expectCreditor({ actor, tx }: Reading, creditorId: string) {
  const [creditor] = await tx
    .select({ id: creditors.id })
    .from(creditors)
    .where(and(eq(creditors.orgId, actor.organisationId), eq(creditors.id, creditorId)))
  found(creditor)
}

async function roundsOf(reading: Reading, creditorId: string): Promise<Round[]> {
  const { actor, tx } = reading
  const ofCreditor = and(
    eq(cases.orgId, actor.organisationId),
    eq(cases.creditorId, creditorId),
    isNotNull(proposalVersions.sentAt),
  )
  const sameCase = and(eq(cases.orgId, proposalVersions.orgId), eq(cases.id, proposalVersions.caseId))
  const sent = await tx
    .select({ id: proposalVersions.id, caseId: cases.id, sentAt: proposalVersions.sentAt, reliefs: proposalLines.reliefs })
    .from(proposalVersions)
    .innerJoin(cases, sameCase)
    .innerJoin(
      proposalLines,
      and(eq(proposalLines.orgId, proposalVersions.orgId), eq(proposalLines.versionId, proposalVersions.id)),
    )
    .where(ofCreditor)
  const answers = await tx
    .select({
      ...{ versionId: decisions.versionId, result: decisions.result, decidedOn: decisions.decidedOn },
      ...{ granted: decisions.granted, grantRatios: decisions.grantRatios },
    })
    .from(decisions)
    .innerJoin(proposalVersions, and(eq(proposalVersions.orgId, decisions.orgId), eq(proposalVersions.id, decisions.versionId)))
    .innerJoin(cases, sameCase)
    .where(ofCreditor)
  const answersOf = grouped(answers, ({ versionId }) => versionId)
  const linesOf = grouped(sent, ({ id }) => id)
  return [...linesOf].map(([id, lines]) => roundOf(lines, answersOf.get(id) ?? [], actor.timeZone))
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const fraction = z.string().pipe(z.coerce.number())

type Sent = { caseId: string; sentAt: Date | null; reliefs: { type: ReliefType }[] }
type Answer = Pick<typeof decisions.$inferSelect, 'result' | 'decidedOn' | 'granted' | 'grantRatios'>

/** Silence is no reply: it has no days. */
function roundOf(lines: readonly Sent[], answers: readonly Answer[], timeZone: string): Round {
  const [first] = lines
  const sentOn = first?.sentAt ? civilDateIn(first.sentAt, timeZone) : ''
  const [reply] = answers
    .filter(({ result }) => result !== 'NO_RESPONSE')
    .map(({ decidedOn }) => decidedOn)
    .toSorted()
  return {
    caseId: first?.caseId ?? '',
    replyDays: reply === undefined || sentOn === '' ? null : daysBetween(sentOn, reply),
    results: answers.map(({ result }) => result),
    ratios: answers.flatMap(({ grantRatios }) =>
      reliefTypes.flatMap((relief) => {
        const ratio = fraction.safeParse(grantRatios[relief])
        return ratio.success ? { relief, ratio: ratio.data } : []
      }),
    ),
    otherAsked: lines.some(({ reliefs }) => reliefs.some(({ type }) => type === 'OTHER')),
    otherGranted: answers.some(({ granted }) => granted.some(({ type }) => type === 'OTHER')),
  }
}

const asksOf = ({ actor, tx }: Reading, creditorId: string) =>
  tx
    .select({ caseId: evidenceRequests.caseId, code: evidenceRequests.code })
    .from(evidenceRequests)
    .innerJoin(cases, and(eq(cases.orgId, evidenceRequests.orgId), eq(cases.id, evidenceRequests.caseId)))
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.creditorId, creditorId), eq(evidenceRequests.from, 'CREDITOR')))
