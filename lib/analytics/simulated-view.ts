import { analyse } from '@/lib/analysis/analyse'
import { timeOf } from '@/lib/analysis/time-to-decision'
import { agreedOf } from './agreed'
import { approvals } from './approval'
import { tallyOf } from './factor-view'
import { exactly, roundingWith } from './rounding'
import { sheetOf, specFor } from './sheet'
import { leavesTeam } from './small-cells'
import type { Version } from './version'
import { viewOf } from './view'
import { dayRowsOf, undatedIn, waitsOf } from './waiting'

type Group = { stratum?: string; values: Version['values']; approved: number; refused: number }

/** An office of so many decided cases per group, each of its own client. */
export const decidedOffice = (groups: readonly Group[]): Version[] => {
  const rows = groups.flatMap(({ approved, refused, ...group }) => [
    ...Array.from({ length: approved }, () => ({ ...group, approval: 'approved' as const })),
    ...Array.from({ length: refused }, () => ({ ...group, approval: 'refused' as const })),
  ])
  return rows.map(({ stratum = '甲 · 贷', ...row }, index) => ({
    ...row,
    stratum,
    id: `version-${index}`,
    case_id: `case-${index}`,
    client_id: `client-${index}`,
    sent_on: '2026-05-04',
    is_imported: false,
    taken_back_on: null,
    decided_on: '2026-05-12',
    change: '-1000.00',
    kept: null,
  }))
}

/** What the page tells of some versions: to the team, or (10) to everybody else. */
export const seen = (versions: readonly Version[], limit = 5) => {
  const sheet = sheetOf(versions)
  const answer = analyse(sheet, specFor(sheet))
  const days = dayRowsOf(versions, '2026-11-25')
  const result = 'result' in answer ? { ...answer.result, time: timeOf(waitsOf(days)) } : null
  const importedBy = fatesOf(versions.filter(({ is_imported: isImported }) => isImported))
  const counts = { sent: versions.length, clients: versions.length, by: fatesOf(versions), importedBy }
  const statistics = { result, undated: undatedIn(days), why: null, rows: [], hash: '', onePerClient: false }
  return viewOf(
    { isNarrowed: false, reach: null, counts, tally: tallyOf(versions), agreed: agreedOf(versions), statistics },
    telling(limit),
  )
}

/** In fives outside the team, as in the product, with a key only tests have. */
export const telling = (limit: number) => ({
  limit,
  round: leavesTeam(limit) ? roundingWith('the key of a simulated office') : exactly,
})

const fatesOf = (versions: readonly Version[]) =>
  new Map(approvals.map((fate) => [fate, versions.filter(({ approval }) => approval === fate).length]))
