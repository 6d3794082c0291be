import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { listParam, visibleTo } from '@/lib/cases/scope'
import { query } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { type Approval, isDecided } from './approval'
import { analyticsFilter } from './filter'
import { firstVersions } from './first-versions.queries'
import { levelOf, shownFactors } from './levels'

/** One decided case behind a figure. */
export type CaseBehind = { id: string; number: string; client: string; stratum: string; sentOn: string; approval: Approval }

/**
 * The decided cases behind one row of the factor table: those with this level of this factor under the same filter, an
 * empty level meaning that the fact was not recorded. Only those the actor may see; `elsewhere` counts the others, and `imported`
 * those of the past, which have no case.
 */
export const analyticsCases = query({
  name: 'analytics.cases',
  input: analyticsFilter.extend({ factor: z.string().max(60), level: z.string().max(60).default('') }),
  async run(reading, { factor, level, ...filter }) {
    const shown = shownFactors[factor]
    if (shown === undefined) throw new Refusal('not_found')
    const versions = (await firstVersions(reading, filter)).filter(
      ({ approval, values }) => isDecided(approval) && (levelOf(shown, values[shown.id]) ?? '') === level,
    )
    const { actor, tx } = reading
    const { rows } = await tx.execute(sql`
      select cases.id, cases.number, clients.masked_name as client
      from cases join clients on clients.org_id = cases.org_id and clients.id = cases.client_id
      where cases.org_id = ${actor.organisationId} and ${visibleTo(actor)}
        and cases.id = any(${listParam(versions.flatMap(({ case_id: id }) => id ?? []))}::uuid[])
      order by cases.serial`)
    const seen = new Map(
      z
        .array(visible)
        .parse(rows)
        .map((row) => [row.id, row]),
    )
    const cases = versions.flatMap(({ case_id: id, stratum, sent_on: sentOn, approval }): CaseBehind[] => {
      const known = seen.get(id ?? '')
      return known === undefined ? [] : [{ ...known, stratum, sentOn, approval }]
    })
    const imported = versions.filter(({ is_imported: isImported }) => isImported).length
    return {
      cases: cases.sort((a, b) => (a.number < b.number ? -1 : 1)),
      elsewhere: versions.length - cases.length - imported,
      imported,
      approved: versions.filter(({ approval }) => approval === 'approved').length,
    }
  },
})

const visible = z.object({ id: z.uuid(), number: z.string(), client: z.string() })
