import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '@/db/schema'
import { type Likelihood, likelihoodOf, type Unsaid } from '@/lib/analysis/likelihood'
import { analyticsFilter } from '@/lib/analytics/filter'
import { firstVersions } from '@/lib/analytics/first-versions.queries'
import { sentIn } from '@/lib/analytics/slices.queries'
import { smallest } from '@/lib/analytics/small-cells'
import { mostRead } from '@/lib/analytics/statistics'
import type { Version } from '@/lib/analytics/version'
import { query, queryThen, type Reading } from '@/lib/core/query'
import { computeFactors, type FrozenFactors } from '@/lib/factors/catalogue'
import { factsOf } from '@/lib/factors/facts.queries'
import { civilDateIn } from '@/lib/platform/dates'
import { isDraft, visibleVersion } from '@/lib/proposals/scope.queries'
import { othersDecided, questionOf, rowOf } from './like'

/** Whether counsellors see it in this office. */
export const getLikelihoodSetting = query({
  name: 'likelihood.setting',
  input: z.strictObject({}),
  run: async (reading) => ({ isOn: await isOnIn(reading) }),
})

type Shown =
  | { status: 'off' }
  | { status: 'hidden'; answer: Unsaid | { why: 'large' } }
  | { status: 'shown'; answer: Omit<Likelihood, 'similar'> & { similar: { n: number; events: number | null } } }

type Read =
  | { status: 'off' }
  | { status: 'large' }
  | { status: 'asked'; versions: Version[]; factors: FrozenFactors; clientId: string }

/**
 * How often proposals like this draft were approved, as a range with what it rests on; or why that cannot be said. For whoever
 * works on the case and where the office wants it; never for clients, and nothing in the product waits for it.
 */
export const getLikelihood = queryThen({
  name: 'likelihood.get',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(reading, { versionId }): Promise<Read> {
    const { version, kase } = await visibleVersion(reading, versionId)
    if (!(await isOnIn(reading)) || !isDraft(version)) return { status: 'off' }
    if ((await sentIn(reading)) > mostRead) return { status: 'large' }
    const facts = await factsOf(reading, { version, kase, speaker: 'COUNSELLOR_WITH_AUTHORITY' })
    const factors = computeFactors(facts, civilDateIn(reading.now, reading.actor.timeZone))
    const versions = await firstVersions(reading, analyticsFilter.parse({}))
    return { status: 'asked', versions, factors, clientId: kase.clientId }
  },
  finish: async (read) => told(read),
})

function told(read: Read): Shown {
  if (read.status === 'off') return { status: 'off' }
  if (read.status === 'large') return { status: 'hidden', answer: { why: 'large' } }
  const { rows, spec } = questionOf(othersDecided(read.versions, read.clientId))
  const answer = likelihoodOf(rows, spec, rowOf(read.factors))
  if ('why' in answer) return { status: 'hidden', answer }
  const { n, events } = answer.similar
  const isFew = [events, n - events].some((count) => count > 0 && count < smallest.team)
  return { status: 'shown', answer: { ...answer, similar: { n, events: isFew ? null : events } } }
}

async function isOnIn({ actor, tx }: Reading): Promise<boolean> {
  const [row] = await tx
    .select({ rules: organisations.rules })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId))
  return row?.rules.likelihood === true
}
